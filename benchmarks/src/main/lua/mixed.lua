-- Seven reads in ten requests: five orders, two lists; two new orders; one unit handed over.
package.path = os.getenv("TENURE_BENCHMARK_LUA") .. "/?.lua;" .. package.path
local report = require("report")
setup = report.setup
done = report.done

local new = require("orders")
local orders, gets, list, number, headers, reading = {}, {}, nil, 0, nil, nil

function init(args)
  math.randomseed(42 + index)
  reading = report.headers()
  for i, path in ipairs(report.lines("TENURE_BENCHMARK_PATHS")) do gets[i] = wrk.format("GET", path, reading) end
  orders = report.lines("TENURE_BENCHMARK_ORDERS")
  list = wrk.format("GET", "/v1/orders?limit=50", reading)
  headers = report.headers()
  headers["Content-Type"] = "application/json"
end

function request()
  number = number + 1
  local turn = number % 10
  if turn < 5 then return gets[math.random(#gets)] end
  if turn < 7 then return list end
  local name = report.run .. "-" .. index .. "-" .. number
  headers["Idempotency-Key"] = name
  if turn < 9 then return wrk.format("POST", "/v1/orders", headers, new.body(number, name)) end
  local n = math.floor(number / 10)
  return wrk.format("POST", "/v1/subscriptions", headers,
    '{"orderId":"' .. orders[(n * report.threads + index) % #orders + 1] .. '","itemIndex":0,"assetSerialNumber":"M' .. name:upper() .. '"}')
end
