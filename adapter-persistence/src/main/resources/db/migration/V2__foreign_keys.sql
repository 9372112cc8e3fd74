-- An asset names its subscription without a foreign key: the two point at each other, and the asset is written first.

alter table api_key
    add constraint api_key_tenant_fkey foreign key (tenant_id) references tenant (tenant_id);

alter table product
    add constraint product_tenant_fkey foreign key (tenant_id) references tenant (tenant_id);

alter table variant
    add constraint variant_product_fkey foreign key (tenant_id, product_id) references product (tenant_id, product_id);

alter table customer
    add constraint customer_tenant_fkey foreign key (tenant_id) references tenant (tenant_id);

alter table orders
    add constraint orders_customer_fkey foreign key (tenant_id, customer_id) references customer (tenant_id, customer_id);

alter table order_event
    add constraint order_event_order_fkey foreign key (tenant_id, order_id) references orders (tenant_id, order_id);

alter table asset
    add constraint asset_tenant_fkey foreign key (tenant_id) references tenant (tenant_id),
    add constraint asset_customer_fkey foreign key (tenant_id, customer_id) references customer (tenant_id, customer_id);

alter table subscription
    add constraint subscription_order_fkey foreign key (tenant_id, order_id) references orders (tenant_id, order_id),
    add constraint subscription_customer_fkey
        foreign key (tenant_id, customer_id) references customer (tenant_id, customer_id),
    add constraint subscription_asset_fkey
        foreign key (tenant_id, serial_number) references asset (tenant_id, serial_number);
