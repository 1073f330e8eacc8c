package rw.ishemalink.notification.push;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.notification.message.Template;
import rw.ishemalink.notification.message.Urgency;

/**
 * A message as the app shows it.
 *
 * @param id where it stands: resume with it
 * @param text in the reader's language
 */
public record Note(
        String id,
        UUID messageId,
        Template template,
        Urgency urgency,
        String text,
        @Nullable UUID bookingId,
        Instant at) {}
