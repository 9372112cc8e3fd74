package dev.tenure.domain.shared;

/** Names a tenant: what clients send as {@code Tenant-ID}, for example {@code demo}. */
public record TenantId(String value) {

    public TenantId {
        value = Identifier.checked("tenant id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
