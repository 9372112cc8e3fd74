-- Places orders, each under an idempotency key of its own; in one tenant, or in those of a file in turn.
package.path = os.getenv("TENURE_BENCHMARK_LUA") .. "/?.lua;" .. package.path
local report = require("report")
setup = report.setup
done = report.done

local orders = require("orders")
local tenants, number = {}, 0

function init(args)
  math.randomseed(42 + index)
  local file = os.getenv("TENURE_BENCHMARK_TENANTS")
  for _, line in ipairs(file and report.lines("TENURE_BENCHMARK_TENANTS") or { report.tenant .. "\t" .. report.key }) do
    local tenant, key = line:match("^(.-)\t(.-)$")
    local headers = report.headers(tenant, key)
    headers["Content-Type"] = "application/json"
    tenants[#tenants + 1] = headers
  end
end

function request()
  number = number + 1
  local name = report.run .. "-" .. index .. "-" .. number
  local headers = tenants[number % #tenants + 1]
  headers["Idempotency-Key"] = name
  return wrk.format("POST", "/v1/orders", headers, orders.body(number, name))
end
