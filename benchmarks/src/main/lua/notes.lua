-- Many writers, one order. Each answer is looked at, for its status.
package.path = os.getenv("TENURE_BENCHMARK_LUA") .. "/?.lua;" .. package.path
local report = require("report")
setup = report.setup
done = report.done

local order, number, headers = nil, 0, nil
statuses = "200=0;409=0;412=0;429=0;500=0;503=0;"

function init(args)
  order = report.lines("TENURE_BENCHMARK_ORDERS")[1]
  headers = report.headers()
  headers["Content-Type"] = "application/json"
end

function request()
  number = number + 1
  local name = report.run .. "-" .. index .. "-" .. number
  headers["Idempotency-Key"] = name
  return wrk.format("PATCH", "/v1/orders/" .. order .. "/notes", headers, '{"notes":"' .. name .. '"}')
end

function response(status)
  statuses = report.count(statuses, status)
end
