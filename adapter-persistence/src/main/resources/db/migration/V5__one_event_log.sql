-- One log of the events of every aggregate. Expand: events are written here from now on, and those that the previous release wrote are
-- copied. While that release still serves it goes on writing order_event, so both are read; a later migration drops order_event.
create table event (
    tenant_id text collate "C" not null,
    aggregate_type text collate "C" not null, -- 'order'
    aggregate_id text collate "C" not null,
    sequence bigint not null, -- the version of the aggregate after this event
    type text collate "C" not null,
    at timestamptz not null,
    actor text not null,
    request_id text,
    payload jsonb not null, -- holds nothing of a person
    personal jsonb, -- what the payload leaves out because it is of a person; null where there is nothing or it was erased
    constraint event_pkey primary key (tenant_id, aggregate_type, aggregate_id, sequence),
    constraint event_sequence_range check (sequence >= 1),
    constraint event_aggregate_type_word check (aggregate_type ~ '^[a-z_]{1,32}$')
);

alter table event enable row level security;
alter table event force row level security;
create policy tenant_isolation on event
    using (tenant_id = current_setting('tenure.tenant_id', true))
    with check (tenant_id = current_setting('tenure.tenant_id', true));

-- What happened stays, and only what is of a person can be erased from it.
grant select, insert on event to tenure_app;
grant update (personal) on event to tenure_app;

-- Tenant by tenant, under the policy: to lift it would lock out those who write.
do $$
declare
    of_tenant record;
begin
    for of_tenant in select tenant_id from tenant order by tenant_id loop
        execute format('set local tenure.tenant_id = %L', of_tenant.tenant_id);
        insert into event
            (tenant_id, aggregate_type, aggregate_id, sequence, type, at, actor, request_id, payload, personal)
        select
            tenant_id, 'order', order_id, sequence, type, at, actor, request_id,
            case type
                when 'placed' then payload || jsonb_build_object(
                    'initial',
                    (initial
                        #- '{remarks,notes}' #- '{remarks,customFields}' #- '{remarks,shipment,trackingNumber}'
                        #- '{cancellation,reason}' #- '{closure,reason}'
                        #- '{extensionDetails,reason}' #- '{upgradeDetails,upgradeReason}')
                    || jsonb_strip_nulls(jsonb_build_object(
                        'customer', jsonb_build_object('type', initial #> '{customer,type}'),
                        'billingAddress', jsonb_build_object('country', initial #> '{billingAddress,country}'),
                        'shippingAddress', case when initial ? 'shippingAddress' then
                            jsonb_build_object('country', initial #> '{shippingAddress,country}') end)))
                when 'cancelled' then payload - 'why'
                when 'closed' then payload - 'why'
                when 'customer_edited' then payload || jsonb_build_object(
                    'before', jsonb_build_object('type', payload #> '{before,type}'),
                    'after', jsonb_build_object('type', payload #> '{after,type}'))
                when 'addresses_edited' then jsonb_strip_nulls(jsonb_build_object(
                    'billingBefore', jsonb_build_object('country', payload #> '{billingBefore,country}'),
                    'billingAfter', jsonb_build_object('country', payload #> '{billingAfter,country}'),
                    'shippingBefore', case when payload ? 'shippingBefore' then
                        jsonb_build_object('country', payload #> '{shippingBefore,country}') end,
                    'shippingAfter', case when payload ? 'shippingAfter' then
                        jsonb_build_object('country', payload #> '{shippingAfter,country}') end))
                when 'notes_replaced' then payload - 'before' - 'after'
                when 'custom_fields_replaced' then payload - 'before' - 'after'
                when 'tracking_set' then payload #- '{before,trackingNumber}' #- '{after,trackingNumber}'
                else payload
            end,
            nullif(
                case type
                    when 'placed' then jsonb_build_object(
                        'initial',
                        jsonb_strip_nulls(jsonb_build_object(
                            'customer', (initial -> 'customer') - 'type',
                            'billingAddress', (initial -> 'billingAddress') - 'country',
                            'shippingAddress', (initial -> 'shippingAddress') - 'country',
                            'cancellation', case when initial #> '{cancellation,reason}' is not null then
                                jsonb_build_object('reason', initial #> '{cancellation,reason}') end,
                            'closure', case when initial #> '{closure,reason}' is not null then
                                jsonb_build_object('reason', initial #> '{closure,reason}') end,
                            'extensionDetails', case when initial #> '{extensionDetails,reason}' is not null then
                                jsonb_build_object('reason', initial #> '{extensionDetails,reason}') end,
                            'upgradeDetails', case when initial #> '{upgradeDetails,upgradeReason}' is not null then
                                jsonb_build_object('upgradeReason', initial #> '{upgradeDetails,upgradeReason}') end))
                        || jsonb_build_object(
                            'remarks',
                            jsonb_strip_nulls(jsonb_build_object(
                                'notes', initial #> '{remarks,notes}',
                                'shipment', case when initial #> '{remarks,shipment,trackingNumber}' is not null then
                                    jsonb_build_object('trackingNumber', initial #> '{remarks,shipment,trackingNumber}') end))
                            -- Custom fields may hold nulls that mean something.
                            || case when initial #> '{remarks,customFields}' is null then '{}' else
                                jsonb_build_object('customFields', initial #> '{remarks,customFields}') end))
                    when 'cancelled' then payload
                    when 'closed' then payload - 'unitsGivenUp'
                    when 'customer_edited' then jsonb_build_object(
                        'before', (payload -> 'before') - 'type', 'after', (payload -> 'after') - 'type')
                    when 'addresses_edited' then jsonb_strip_nulls(jsonb_build_object(
                        'billingBefore', (payload -> 'billingBefore') - 'country',
                        'billingAfter', (payload -> 'billingAfter') - 'country',
                        'shippingBefore', (payload -> 'shippingBefore') - 'country',
                        'shippingAfter', (payload -> 'shippingAfter') - 'country'))
                    when 'notes_replaced' then payload
                    when 'custom_fields_replaced' then payload
                    when 'tracking_set' then jsonb_strip_nulls(jsonb_build_object(
                        'before', case when payload ? 'before' then
                            jsonb_build_object('trackingNumber', payload #> '{before,trackingNumber}') end,
                        'after', case when payload ? 'after' then
                            jsonb_build_object('trackingNumber', payload #> '{after,trackingNumber}') end))
                end,
                '{}')
        from (select order_event.*, payload -> 'initial' as initial from order_event) as copied
        where tenant_id = of_tenant.tenant_id;
    end loop;
end
$$;
