package rw.ishemalink.identity.tenant;

import rw.ishemalink.identity.people.Language;
import rw.ishemalink.identity.people.Phone;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.tenant.TenantChange;
import rw.ishemalink.schemas.tenant.TenantEvent;

/** Tells of a tenant's change: the tenant as it stands afterwards, under its version. */
final class TenantEvents {

    private TenantEvents() {}

    static void publish(Tx tx, TenantChange change, Tenant tenant) {
        tx.publish(
                Topics.TENANT_EVENTS,
                tenant.tenantId(),
                TenantEvent.newBuilder()
                        .setMetadata(tx.metadata(tenant.code(), tenant.version()))
                        .setChange(change)
                        .setTenant(toEvent(tenant))
                        .build());
    }

    private static rw.ishemalink.schemas.tenant.Tenant toEvent(Tenant tenant) {
        Brand brand = tenant.brand();
        return rw.ishemalink.schemas.tenant.Tenant.newBuilder()
                .setTenantId(tenant.tenantId())
                .setCode(tenant.code())
                .setName(brand.name())
                .setOpen(tenant.open())
                .setLanguages(brand.languages().stream().map(Language::toEvent).toList())
                .setCommissionPercent(tenant.terms().commissionPercent().orElse(null))
                .setTariffSet(tenant.terms().tariffSet().orElse(null))
                .setSenderId(brand.senderId().orElse(null))
                .setMailFrom(brand.mailFrom().orElse(null))
                .setColour(brand.colour().orElse(null))
                .setSupportPhone(brand.supportPhone().map(Phone::value).orElse(null))
                .build();
    }
}
