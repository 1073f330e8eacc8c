package rw.ishemalink.notification.sending;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.notification.brand.Brand;
import rw.ishemalink.notification.consent.Way;
import rw.ishemalink.notification.message.Template;
import rw.ishemalink.schemas.Language;

/**
 * A message that this worker alone handles until its lease ends.
 *
 * @param attempts this attempt included; fences off an outcome that comes after the lease
 * @param expired whether it is too old to be sent
 * @param address null only when expired
 * @param way how the person wants to hear of such things
 * @param brand of the tenant
 */
public record ClaimedMessage(
        UUID messageId,
        String tenant,
        UUID eventId,
        Template template,
        UUID personId,
        @Nullable UUID bookingId,
        @Nullable String address,
        @Nullable Language language,
        @Nullable List<String> parameters,
        String correlationId,
        int attempts,
        boolean expired,
        Way way,
        Brand brand) {

    /** Neither address nor parameters: this text reaches logs. */
    @Override
    public String toString() {
        return "ClaimedMessage[" + messageId + ", " + template + "]";
    }
}
