package rw.ishemalink.identity.privacy;

import java.util.List;
import java.util.UUID;
import rw.ishemalink.kit.testing.EventSource;
import rw.ishemalink.kit.testing.Events;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.privacy.PrivacyAnswer;

/** What the other services answer. */
final class OtherServices {

    static final List<String> ALL = List.of(
            "booking-service", "payment-service", "compliance-service", "tracking-service", "notification-service");

    private OtherServices() {}

    static void answer(UUID requestId, UUID personId) {
        ALL.forEach(service -> publish(
                personId, answer(requestId, personId, service).setRecords(3).build()));
    }

    /** The service cannot forget the person yet. */
    static void postpone(UUID requestId, UUID personId, String service, String because) {
        publish(
                personId,
                answer(requestId, personId, service)
                        .setRecords(0)
                        .setPostponedBecause(because)
                        .build());
    }

    private static PrivacyAnswer.Builder answer(UUID requestId, UUID personId, String service) {
        return PrivacyAnswer.newBuilder()
                .setMetadata(Events.metadata("ishemalink", 1))
                .setRequestId(requestId)
                .setPersonId(personId)
                .setService(service);
    }

    private static void publish(UUID personId, PrivacyAnswer answer) {
        EventSource.publish(Topics.PRIVACY_ANSWERS, personId, answer);
    }
}
