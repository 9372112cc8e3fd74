-- The orders of one status in each order that lists have: to read a list in its order until a page of that status is full would take as
-- long as those of other statuses come first.
create index orders_of_status_by_updated on orders (tenant_id, status, updated_at, created_at, order_id);
create index orders_of_status_by_total on orders (tenant_id, status, total_rank, created_at, order_id);
create index orders_of_status_by_id on orders (tenant_id, status, order_id);
