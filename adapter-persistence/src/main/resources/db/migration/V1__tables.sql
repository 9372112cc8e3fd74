-- The rules that every table keeps to: tenant_id comes first in the primary key, in every unique key, foreign key and index;
-- row-level security is enabled and forced; ids are text made by the application and compare byte by byte; money is numeric
-- with its currency beside it; instants are timestamptz, days of contracts are date. Three tables belong to the
-- installation and not to one tenant: tenant, api_key, installation_secret.

-- The role as which the application works. Where the server is ours it exists already, as a login. Elsewhere it is made
-- here without one, and whoever migrates may become it.
do $$
begin
    if not exists (select from pg_roles where rolname = 'tenure_app') then
        begin
            create role tenure_app nologin;
        exception when duplicate_object or unique_violation then
            null; -- another database of this server was migrated at the same moment
        end;
    end if;
    -- Since PostgreSQL 16 a member may lack the right to become the role.
    if not pg_has_role(
        current_user,
        'tenure_app',
        case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end)
    then
        execute format('grant tenure_app to %I', current_user);
    end if;
    if not has_schema_privilege('tenure_app', current_schema(), 'usage') then
        execute format('grant usage on schema %I to tenure_app', current_schema());
    end if;
end
$$;

-- So that a process that may not migrate can still see whether the schema is its own.
grant select on flyway_schema_history to tenure_app;

create table tenant (
    tenant_id text collate "C" not null,
    version bigint not null,
    name text not null,
    currency text collate "C" not null,
    contract_lengths integer[] not null,
    default_contract_length integer not null,
    tax_mode text collate "C" not null,
    tax_rate_percent numeric(7, 4) not null,
    time_zone text not null,
    require_confirmation boolean not null,
    require_registered_assets boolean not null,
    created_at timestamptz not null,
    constraint tenant_pkey primary key (tenant_id),
    constraint tenant_id_present check (tenant_id <> ''),
    constraint tenant_currency_code check (currency ~ '^[A-Z]{3}$'),
    constraint tenant_default_contract_length_offered check (default_contract_length = any (contract_lengths)),
    constraint tenant_tax_mode_known check (tax_mode in ('none', 'exclusive', 'inclusive')),
    constraint tenant_tax_rate_percent_range check (tax_rate_percent between 0 and 100)
);

-- Looked up before the tenant is known.
create table api_key (
    key_id text collate "C" not null,
    tenant_id text collate "C" not null,
    name text not null,
    scopes text[] not null,
    secret_hash text collate "C" not null,
    created_at timestamptz not null,
    expires_at timestamptz,
    revoked_at timestamptz,
    constraint api_key_pkey primary key (key_id)
);

create index api_key_of_tenant on api_key (tenant_id, created_at, key_id);

-- Random values that all processes of the installation share.
create table installation_secret (
    name text collate "C" not null,
    value bytea not null,
    created_at timestamptz not null,
    constraint installation_secret_pkey primary key (name)
);

create table product (
    tenant_id text collate "C" not null,
    product_id text collate "C" not null,
    version bigint not null,
    sku text collate "C" not null,
    name text not null,
    specification text not null,
    category text not null,
    brand text not null,
    description text,
    images text[] not null,
    active boolean not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint product_pkey primary key (tenant_id, product_id),
    constraint product_sku_key unique (tenant_id, sku)
);

create index product_by_created on product (tenant_id, created_at, product_id);

create table variant (
    tenant_id text collate "C" not null,
    variant_id text collate "C" not null,
    product_id text collate "C" not null,
    position integer not null,
    sku text collate "C" not null,
    name text not null,
    grade text collate "C" not null,
    condition text,
    color_name text,
    currency text collate "C",
    list_price numeric(18, 4),
    acquisition_cost numeric(18, 4),
    tiers jsonb not null,
    active boolean not null,
    constraint variant_pkey primary key (tenant_id, variant_id),
    constraint variant_sku_key unique (tenant_id, sku),
    constraint variant_currency_code check (currency ~ '^[A-Z]{3}$'),
    constraint variant_money_has_currency
        check (currency is not null or (list_price is null and acquisition_cost is null)),
    constraint variant_list_price_range check (list_price >= 0),
    constraint variant_acquisition_cost_range check (acquisition_cost >= 0),
    constraint variant_tiers_array check (jsonb_typeof(tiers) = 'array')
);

create index variant_of_product on variant (tenant_id, product_id, position);

create table customer (
    tenant_id text collate "C" not null,
    customer_id text collate "C" not null,
    version bigint not null,
    email text not null,
    email_key text collate "C" not null, -- the address in lower case
    first_name text not null,
    last_name text not null,
    company text,
    phone text,
    customer_type text collate "C" not null,
    last_billing_address jsonb not null,
    last_shipping_address jsonb not null,
    active boolean not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint customer_pkey primary key (tenant_id, customer_id),
    constraint customer_email_key unique (tenant_id, email_key),
    constraint customer_type_known check (customer_type in ('individual', 'business'))
);

create table orders (
    tenant_id text collate "C" not null,
    order_id text collate "C" not null,
    version bigint not null, -- the sequence of the last event
    status text collate "C" not null,
    order_type text collate "C" not null,
    customer_id text collate "C" not null,
    customer_type text collate "C" not null,
    payment_terms text collate "C",
    billing_group_id text,
    currency text collate "C" not null,
    subtotal numeric(18, 4) not null,
    tax_amount numeric(18, 4) not null,
    total numeric(18, 4) not null,
    -- What lists are sorted by: row-level security lets an index serve comparisons of bigint, but not of numeric, because
    -- those could leak a value in an error.
    total_rank bigint not null generated always as ((total * 10000)::bigint) stored,
    contract_value numeric(18, 4) not null,
    tax_mode text collate "C" not null,
    tax_rate_percent numeric(7, 4) not null,
    total_devices integer not null,
    rented_devices integer not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by text not null,
    extension_details jsonb,
    upgrade_details jsonb,
    customer jsonb not null, -- as captured by this order
    billing_address jsonb not null,
    shipping_address jsonb, -- null: ships to the billing address
    items jsonb not null,
    remarks jsonb not null,
    payment jsonb not null,
    cancellation jsonb,
    closure jsonb,
    constraint orders_pkey primary key (tenant_id, order_id),
    constraint orders_version_range check (version >= 1),
    constraint orders_status_known
        check (status in ('pending', 'confirmed', 'partial', 'fulfilled', 'cancelled')),
    constraint orders_type_known check (order_type in ('standard', 'extension', 'upgrade')),
    constraint orders_customer_type_known check (customer_type in ('individual', 'business')),
    constraint orders_currency_code check (currency ~ '^[A-Z]{3}$'),
    constraint orders_devices_range check (total_devices >= 1 and rented_devices between 0 and total_devices),
    constraint orders_items_array check (jsonb_typeof(items) = 'array'),
    constraint orders_cancelled_has_cancellation check ((status = 'cancelled') = (cancellation is not null))
);

-- Each column ascending, so that one index serves a list from either end.
create index orders_by_created on orders (tenant_id, created_at, order_id);
create index orders_by_updated on orders (tenant_id, updated_at, created_at, order_id);
create index orders_by_status on orders (tenant_id, status, created_at, order_id);
create index orders_by_total on orders (tenant_id, total_rank, created_at, order_id);
create index orders_of_customer on orders (tenant_id, customer_id, created_at, order_id);

create table order_event (
    tenant_id text collate "C" not null,
    order_id text collate "C" not null,
    sequence bigint not null,
    type text collate "C" not null,
    at timestamptz not null,
    actor text not null,
    request_id text,
    reason text,
    payload jsonb not null,
    constraint order_event_pkey primary key (tenant_id, order_id, sequence),
    constraint order_event_sequence_range check (sequence >= 1)
);

create table asset (
    tenant_id text collate "C" not null,
    serial_number text collate "C" not null,
    version bigint not null,
    sku text collate "C" not null,
    product_name text not null,
    status text collate "C" not null,
    subscription_id text collate "C",
    customer_id text collate "C",
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint asset_pkey primary key (tenant_id, serial_number),
    constraint asset_status_known check (status in ('available', 'rented_out', 'returned', 'sold', 'unavailable'))
);

create table subscription (
    tenant_id text collate "C" not null,
    subscription_id text collate "C" not null,
    version bigint not null,
    order_id text collate "C" not null,
    item_number integer not null,
    customer_id text collate "C" not null,
    customer_email text not null,
    customer_name text not null,
    serial_number text collate "C" not null,
    product_id text collate "C" not null,
    variant_id text collate "C" not null,
    sku text collate "C" not null,
    product_name text not null,
    image_url text,
    currency text collate "C" not null,
    monthly_amount numeric(18, 4) not null,
    start_date date not null,
    contract_length integer not null,
    end_date date not null, -- the last day
    status text collate "C" not null,
    billing_group_id text,
    list_price numeric(18, 4),
    list_price_source text collate "C" not null,
    acquisition_cost numeric(18, 4),
    acquisition_cost_source text collate "C" not null,
    notes text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by text not null,
    constraint subscription_pkey primary key (tenant_id, subscription_id),
    constraint subscription_currency_code check (currency ~ '^[A-Z]{3}$'),
    constraint subscription_contract_length_range check (contract_length >= 1),
    constraint subscription_dates_in_order check (start_date <= end_date),
    constraint subscription_status_known
        check (status in ('active', 'ended_completed', 'ended_buyout', 'ended_upgrade', 'ended_early_return', 'cancelled'))
);

-- A device is in one running subscription at a time, whatever the programs do.
create unique index subscription_active_serial_number on subscription (tenant_id, serial_number) where status = 'active';
create index subscription_by_created on subscription (tenant_id, created_at, subscription_id);
create index subscription_of_order on subscription (tenant_id, order_id, created_at, subscription_id);
create index subscription_of_customer on subscription (tenant_id, customer_id, created_at, subscription_id);
create index subscription_of_serial_number on subscription (tenant_id, serial_number, created_at, subscription_id);

-- The tenant is set by each transaction; where it is not set, nothing is visible and nothing can be written. Forced, so
-- that it holds for the owner too: a migration that changes rows has to lift it for that table and set it again.
alter table product enable row level security;
alter table product force row level security;
create policy tenant_isolation on product
    using (tenant_id = current_setting('tenure.tenant_id', true))
    with check (tenant_id = current_setting('tenure.tenant_id', true));

alter table variant enable row level security;
alter table variant force row level security;
create policy tenant_isolation on variant
    using (tenant_id = current_setting('tenure.tenant_id', true))
    with check (tenant_id = current_setting('tenure.tenant_id', true));

alter table customer enable row level security;
alter table customer force row level security;
create policy tenant_isolation on customer
    using (tenant_id = current_setting('tenure.tenant_id', true))
    with check (tenant_id = current_setting('tenure.tenant_id', true));

alter table orders enable row level security;
alter table orders force row level security;
create policy tenant_isolation on orders
    using (tenant_id = current_setting('tenure.tenant_id', true))
    with check (tenant_id = current_setting('tenure.tenant_id', true));

alter table order_event enable row level security;
alter table order_event force row level security;
create policy tenant_isolation on order_event
    using (tenant_id = current_setting('tenure.tenant_id', true))
    with check (tenant_id = current_setting('tenure.tenant_id', true));

alter table asset enable row level security;
alter table asset force row level security;
create policy tenant_isolation on asset
    using (tenant_id = current_setting('tenure.tenant_id', true))
    with check (tenant_id = current_setting('tenure.tenant_id', true));

alter table subscription enable row level security;
alter table subscription force row level security;
create policy tenant_isolation on subscription
    using (tenant_id = current_setting('tenure.tenant_id', true))
    with check (tenant_id = current_setting('tenure.tenant_id', true));

grant select, insert, update on tenant, api_key to tenure_app;
grant select, insert on installation_secret to tenure_app;
grant select, insert, update on product, customer, orders, asset, subscription to tenure_app;
grant select, insert, update, delete on variant to tenure_app;
-- What happened stays: no one but the owner can change or delete an event.
grant select, insert on order_event to tenure_app;
