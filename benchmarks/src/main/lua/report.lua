-- What all scripts share: where to find what, and the end, which one line of JSON tells.
local M = {}

M.key = os.getenv("TENURE_BENCHMARK_KEY")
M.tenant = os.getenv("TENURE_BENCHMARK_TENANT")
M.run = os.getenv("TENURE_BENCHMARK_RUN") -- so that no two runs send the same idempotency key or serial number
M.threads = 2

function M.headers(tenant, key)
  return { ["Authorization"] = "Bearer " .. (key or M.key), ["Tenant-ID"] = tenant or M.tenant }
end

function M.lines(variable)
  local lines = {}
  for line in io.lines(os.getenv(variable)) do lines[#lines + 1] = line end
  return lines
end

local threads = {}

function M.setup(thread)
  thread:set("index", #threads)
  threads[#threads + 1] = thread
end

-- Counts by status, for the scripts that ask for each answer.
function M.count(statuses, status)
  return statuses:gsub("(" .. status .. "=)(%d+);", function(name, n) return name .. (n + 1) .. ";" end)
end

function M.done(summary, latency, requests)
  local statuses = {}
  for _, thread in ipairs(threads) do
    local counted = thread:get("statuses")
    for status, n in string.gmatch(counted or "", "(%d+)=(%d+);") do
      statuses[status] = (statuses[status] or 0) + tonumber(n)
    end
  end
  local text = {}
  for status, n in pairs(statuses) do text[#text + 1] = string.format('"%s":%d', status, n) end
  local e = summary.errors
  io.write(string.format(
    'RESULT {"micros":%d,"requests":%d,"bytes":%d,"p50":%d,"p90":%d,"p99":%d,"max":%d,'
      .. '"errors":{"status":%d,"connect":%d,"read":%d,"write":%d,"timeout":%d},"statuses":{%s}}\n',
    summary.duration, summary.requests, summary.bytes,
    latency:percentile(50), latency:percentile(90), latency:percentile(99), latency.max,
    e.status, e.connect, e.read, e.write, e.timeout, table.concat(text, ",")))
end

return M
