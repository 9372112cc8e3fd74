-- Answers kept for the Idempotency-Key of the request that they answered, written in the transaction of its change.
create table kept_answer (
    tenant_id text collate "C" not null,
    idempotency_key text collate "C" not null,
    fingerprint text collate "C" not null, -- of the request: the same key with another request is refused
    status integer, -- null while the request is being worked on, which nobody but its own transaction sees
    content_type text,
    headers jsonb,
    body text,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    constraint kept_answer_pkey primary key (tenant_id, idempotency_key)
);

create index kept_answer_by_expiry on kept_answer (tenant_id, expires_at);

-- What an order is found by: names, e-mail address, id and product names, folded; and a customer, by the phone number, too. Null
-- where an older release wrote the row; such rows are caught up on.
alter table orders add column search_text text collate "C";
create index orders_without_search_text on orders (tenant_id, order_id) where search_text is null;
alter table customer add column search_text text collate "C";
create index customer_without_search_text on customer (tenant_id, customer_id) where search_text is null;

-- Filters that would read the whole list where what they look for is rare.
create index orders_by_customer_type on orders (tenant_id, customer_type, created_at, order_id);
create index orders_of_rare_type on orders (tenant_id, order_type, created_at, order_id) where order_type <> 'standard';

-- What an order can be found by beside its columns, a row each: the SKUs of its items, its custom fields and its id.
create table order_facet (
    tenant_id text collate "C" not null,
    facet text collate "C" not null, -- 'sku'; 'field:' and the id of the custom field; 'id' and 'id-end'
    term text collate "C" not null,
    created_at timestamptz not null, -- of the order
    order_id text collate "C" not null,
    constraint order_facet_pkey primary key (tenant_id, facet, term, created_at, order_id)
);

-- Every tail of what customers and products are called on orders, so that a fragment of it is the beginning of a row. Row-level
-- security lets a B-tree serve that, but no trigram index. Rows are never taken away: what is found here is checked against the row
-- it leads to. The first letters of words have rows of their own, and so has each way of calling a subject as a whole, which says
-- that its tails are all there.
create table search_suffix (
    tenant_id text collate "C" not null,
    suffix text collate "C" not null,
    subject text collate "C" not null, -- 'customer' or 'sku'
    subject_id text collate "C" not null, -- the id of the customer, or the SKU of the variant
    constraint search_suffix_pkey primary key (tenant_id, suffix, subject, subject_id)
);

create table custom_field (
    tenant_id text collate "C" not null,
    field_id text collate "C" not null,
    version bigint not null,
    label text not null,
    type text collate "C" not null,
    required boolean not null,
    options text[] not null,
    min_length integer,
    max_length integer,
    pattern text,
    minimum numeric,
    maximum numeric,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint custom_field_pkey primary key (tenant_id, field_id),
    constraint custom_field_type_known check (type in ('text', 'email', 'phone', 'number', 'select'))
);

-- Kept up by the transactions that start and end subscriptions.
alter table customer
    add column devices_rented integer not null default 0,
    add column monthly_revenue numeric(18, 4) not null default 0;
alter table customer
    add column revenue_rank bigint not null generated always as ((monthly_revenue * 10000)::bigint) stored;

alter table customer no force row level security;
alter table subscription no force row level security;
update customer
set devices_rented = active.devices, monthly_revenue = active.revenue
from (
    select tenant_id, customer_id, count(*) as devices, sum(monthly_amount) as revenue
    from subscription
    where status = 'active'
    group by tenant_id, customer_id) as active
where customer.tenant_id = active.tenant_id and customer.customer_id = active.customer_id;
alter table customer force row level security;
alter table subscription force row level security;

create index customer_by_created on customer (tenant_id, created_at, customer_id);
create index customer_by_first_name on customer (tenant_id, first_name, customer_id);
create index customer_by_last_name on customer (tenant_id, last_name, customer_id);
create index customer_by_devices on customer (tenant_id, devices_rented, customer_id);
create index customer_by_revenue on customer (tenant_id, revenue_rank, customer_id);
create index customer_by_type on customer (tenant_id, customer_type, created_at, customer_id);
create index customer_inactive on customer (tenant_id, created_at, customer_id) where not active;

-- The defaults are for what an older release writes.
alter table variant
    add column images text[] not null default '{}',
    add column created_at timestamptz not null default now(),
    add column updated_at timestamptz not null default now();

alter table product no force row level security;
alter table variant no force row level security;
update variant
set created_at = product.created_at, updated_at = product.updated_at
from product
where product.tenant_id = variant.tenant_id and product.product_id = variant.product_id;
alter table product force row level security;
alter table variant force row level security;

-- Null: no limit.
alter table api_key add column requests_per_minute integer;
alter table api_key add constraint api_key_requests_per_minute_range check (requests_per_minute >= 1);

alter table kept_answer enable row level security;
alter table kept_answer force row level security;
create policy tenant_isolation on kept_answer
    using (tenant_id = current_setting('tenure.tenant_id', true))
    with check (tenant_id = current_setting('tenure.tenant_id', true));

alter table order_facet enable row level security;
alter table order_facet force row level security;
create policy tenant_isolation on order_facet
    using (tenant_id = current_setting('tenure.tenant_id', true))
    with check (tenant_id = current_setting('tenure.tenant_id', true));

alter table search_suffix enable row level security;
alter table search_suffix force row level security;
create policy tenant_isolation on search_suffix
    using (tenant_id = current_setting('tenure.tenant_id', true))
    with check (tenant_id = current_setting('tenure.tenant_id', true));

alter table custom_field enable row level security;
alter table custom_field force row level security;
create policy tenant_isolation on custom_field
    using (tenant_id = current_setting('tenure.tenant_id', true))
    with check (tenant_id = current_setting('tenure.tenant_id', true));

grant select, insert, update, delete on kept_answer, custom_field to tenure_app;
grant select, insert, delete on order_facet to tenure_app;
grant select, insert on search_suffix to tenure_app;
