-- The name of the variant that was ordered; older subscriptions have none. Nullable, so that nodes of the release before can
-- go on inserting.
alter table subscription add column variant_name text;
