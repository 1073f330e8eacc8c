package rw.ishemalink.notification.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.kit.inbox.InboxListener;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.notification.driver.DriverContacts;
import rw.ishemalink.notification.message.MessageBook;
import rw.ishemalink.notification.message.Recipient;
import rw.ishemalink.notification.message.WantedMessage;
import rw.ishemalink.notification.policies.LicencePolicy;
import rw.ishemalink.notification.policies.LicencePolicy.Moment;
import rw.ishemalink.notification.policies.LicencePolicy.Paper;
import rw.ishemalink.schemas.licence.LicenceEvent;
import rw.ishemalink.schemas.licence.LicenceKind;

/** Tells who works under a licence that it ends, has ended, or was taken away. */
@ApplicationScoped
class LicenceListener implements InboxListener<LicenceEvent> {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final MessageBook messages;
    private final DriverContacts contacts;

    LicenceListener(MessageBook messages, DriverContacts contacts) {
        this.messages = messages;
        this.contacts = contacts;
    }

    @Override
    public Class<LicenceEvent> eventType() {
        return LicenceEvent.class;
    }

    @Override
    public void handle(Tx tx, LicenceEvent event) {
        Optional<Moment> moment = findMoment(event);
        Optional<Paper> paper = findPaper(event.getLicenceKind());
        if (moment.isEmpty() || paper.isEmpty()) {
            return;
        }
        String day = DAY.format(event.getValidUntil());
        List<WantedMessage> wanted = drivers(tx, event).stream()
                .map(driver -> LicencePolicy.message(moment.get(), paper.get(), new Recipient.Driver(driver), day))
                .toList();
        messages.add(tx, event.getMetadata(), null, wanted);
    }

    /** The licence is the driver's own, the vehicle's or the operator's: those who drive it or for it have to know. */
    private List<UUID> drivers(Tx tx, LicenceEvent event) {
        String tenant = event.getMetadata().getTenant();
        return switch (event.getHolderKind()) {
            case DRIVER -> List.of(event.getHolderId());
            case VEHICLE -> contacts.listOfVehicle(tx.sql(), tenant, event.getHolderId());
            case OPERATOR -> contacts.listOfOperator(tx.sql(), tenant, event.getHolderId());
            case UNKNOWN -> List.of();
        };
    }

    private static Optional<Moment> findMoment(LicenceEvent event) {
        return switch (event.getChange()) {
            case EXPIRING -> Optional.of(Moment.EXPIRING);
            case EXPIRED -> Optional.of(Moment.EXPIRED);
            case SUSPENDED, REVOKED -> Optional.of(Moment.TAKEN_AWAY);
            case RECORDED, REINSTATED, UNKNOWN -> Optional.empty();
        };
    }

    private static Optional<Paper> findPaper(LicenceKind kind) {
        return switch (kind) {
            case OPERATOR_LICENCE -> Optional.of(Paper.OPERATOR_LICENCE);
            case DRIVER_AUTHORISATION -> Optional.of(Paper.DRIVER_AUTHORISATION);
            case VEHICLE_AUTHORISATION -> Optional.of(Paper.VEHICLE_AUTHORISATION);
            case VEHICLE_INSPECTION -> Optional.of(Paper.VEHICLE_INSPECTION);
            case DRIVING_LICENCE -> Optional.of(Paper.DRIVING_LICENCE);
            case INSURANCE -> Optional.of(Paper.INSURANCE);
            case UNKNOWN -> Optional.empty();
        };
    }
}
