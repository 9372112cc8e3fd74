-- Reads the paths in a file, one after the other, each thread from a place of its own.
package.path = os.getenv("TENURE_BENCHMARK_LUA") .. "/?.lua;" .. package.path
local report = require("report")
setup = report.setup
done = report.done

local requests, at = {}, 0

function init(args)
  local headers = report.headers()
  for i, path in ipairs(report.lines("TENURE_BENCHMARK_PATHS")) do requests[i] = wrk.format("GET", path, headers) end
  at = math.floor(#requests / report.threads) * index
end

function request()
  at = at % #requests + 1
  return requests[at]
end
