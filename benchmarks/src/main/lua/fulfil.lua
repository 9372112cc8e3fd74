-- Hands over one unit of each order of a file in turn; no two threads have an order in common.
package.path = os.getenv("TENURE_BENCHMARK_LUA") .. "/?.lua;" .. package.path
local report = require("report")
setup = report.setup
done = report.done

local orders, number, headers = {}, 0, nil

function init(args)
  orders = report.lines("TENURE_BENCHMARK_ORDERS")
  headers = report.headers()
  headers["Content-Type"] = "application/json"
  number = tonumber(os.getenv("TENURE_BENCHMARK_FROM") or "0")
end

function request()
  number = number + 1
  local name = report.run .. "-" .. index .. "-" .. number
  headers["Idempotency-Key"] = name
  local order = orders[(number * report.threads + index) % #orders + 1]
  return wrk.format("POST", "/v1/subscriptions", headers,
    '{"orderId":"' .. order .. '","itemIndex":' .. math.floor(number * report.threads / #orders) % 2
      .. ',"assetSerialNumber":"W' .. name:upper() .. '"}')
end
