-- The bodies of new orders: of customers that are known, and one in twenty of a new one.
local report = require("report")
local M = {}

local known = {}
for i, line in ipairs(report.lines("TENURE_BENCHMARK_CUSTOMERS")) do
  local email, first, last, company, kind = line:match("^(.-)\t(.-)\t(.-)\t(.-)\t(.-)$")
  company = company ~= "" and ('"company":"' .. company .. '",') or ""
  known[i] = string.format('{"email":"%s","firstName":"%s","lastName":"%s",%s"customerType":"%s"}', email, first, last, company, kind)
end

local items = {
  '{"sku":"MACBOOK-PRO-16-M3","quantity":2,"contractLength":24},{"sku":"IPAD-PRO-12-M2","quantity":1,"contractLength":12}',
  '{"sku":"THINKPAD-X1-G12-32","quantity":1,"contractLength":36},{"sku":"DELL-U2722D-MONITOR","quantity":2,"contractLength":36}',
  '{"sku":"IPHONE-15-128-BLUE","quantity":3,"contractLength":12},{"sku":"EBIKE-CITY-500-M","quantity":1,"contractLength":24}',
  '{"sku":"CHAIR-ERGO-GRAPHITE","quantity":2,"contractLength":24},{"sku":"DESK-SITSTAND-160-OAK","quantity":2,"contractLength":24}',
}

function M.body(number, name)
  local customer
  if math.random(20) == 1 then
    customer = string.format('{"email":"new.%s@example.com","firstName":"Noa","lastName":"Neumann","customerType":"individual"}', name)
  else
    customer = known[math.random(#known)]
  end
  return '{"customer":' .. customer .. ',"billingAddress":{"contactName":"Finance","streetAddress":"456 Business Park",'
    .. '"city":"Rotterdam","postalCode":"3011 AA","country":"Netherlands"},"items":[' .. items[number % #items + 1]
    .. '],"customFields":{"costCenter":"CC-0042"},"notes":"Ring twice"}'
end

return M
