-- Confirms each order of a file once; a repeat succeeds and changes nothing, so the file is to be long enough.
package.path = os.getenv("TENURE_BENCHMARK_LUA") .. "/?.lua;" .. package.path
local report = require("report")
setup = report.setup
done = report.done

local orders, number, headers = {}, 0, nil

function init(args)
  orders = report.lines("TENURE_BENCHMARK_ORDERS")
  headers = report.headers()
end

function request()
  number = number + 1
  headers["Idempotency-Key"] = report.run .. "-" .. index .. "-" .. number
  return wrk.format("POST", "/v1/orders/" .. orders[(number * report.threads + index) % #orders + 1] .. "/confirm", headers)
end
