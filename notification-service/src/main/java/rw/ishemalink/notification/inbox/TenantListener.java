package rw.ishemalink.notification.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import rw.ishemalink.kit.inbox.InboxListener;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.notification.brand.Brand;
import rw.ishemalink.notification.brand.Brands;
import rw.ishemalink.schemas.tenant.Tenant;
import rw.ishemalink.schemas.tenant.TenantEvent;

/** Learns how tenants show themselves. */
@ApplicationScoped
class TenantListener implements InboxListener<TenantEvent> {

    private final Brands brands;

    TenantListener(Brands brands) {
        this.brands = brands;
    }

    @Override
    public Class<TenantEvent> eventType() {
        return TenantEvent.class;
    }

    @Override
    public void handle(Tx tx, TenantEvent event) {
        Tenant tenant = event.getTenant();
        Brand brand = new Brand(
                tenant.getName(),
                Optional.ofNullable(tenant.getSenderId()),
                Optional.ofNullable(tenant.getMailFrom()),
                Optional.ofNullable(tenant.getColour()).orElse(Brand.USUAL_COLOUR),
                Optional.ofNullable(tenant.getSupportPhone()));
        brands.keep(tx.sql(), tenant.getCode(), brand, event.getMetadata().getSequence());
    }
}
