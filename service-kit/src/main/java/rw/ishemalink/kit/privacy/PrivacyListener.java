package rw.ishemalink.kit.privacy;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import rw.ishemalink.kit.inbox.InboxListener;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.privacy.PrivacyRequest;

/** Hears what people ask for. */
@ApplicationScoped
@IfBuildProperty(name = "ishema.privacy.part", stringValue = "true")
class PrivacyListener implements InboxListener<PrivacyRequest> {

    private final PrivacyDesk desk;

    PrivacyListener(PrivacyDesk desk) {
        this.desk = desk;
    }

    @Override
    public Class<PrivacyRequest> eventType() {
        return PrivacyRequest.class;
    }

    @Override
    public void handle(Tx tx, PrivacyRequest request) {
        switch (request.getWish()) {
            case EXPORT -> take(tx, request, PrivacyTask.Wish.EXPORT);
            case ERASE -> take(tx, request, PrivacyTask.Wish.ERASE);
            case UNKNOWN -> throw new IllegalArgumentException("a wish that this version does not know");
        }
    }

    private void take(Tx tx, PrivacyRequest request, PrivacyTask.Wish wish) {
        desk.take(tx, request.getRequestId(), request.getMetadata().getTenant(), request.getPersonId(), wish);
    }
}
