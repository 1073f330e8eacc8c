package rw.ishemalink.booking.licence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Compliance's yes to a dispatch.
 *
 * @param validUntil last day on which all that was checked is valid; null where nothing of it ends
 */
public record Clearance(
        UUID decisionId, Instant decidedAt, @Nullable LocalDate validUntil) {

    private static final ZoneId KIGALI = ZoneId.of("Africa/Kigali");

    /** How long a phone may be without network (mission, "field agents lose the network for 6 h"). */
    private static final Duration LONGEST_OFFLINE = Duration.ofHours(6);

    /** How a licence stands. */
    public enum Standing {
        GOOD,
        SUSPENDED,
        REVOKED,
        EXPIRED
    }

    /** What was heard last of a licence of the driver, the vehicle or the operator. */
    public record News(Standing standing, Instant occurredAt) {}

    /**
     * The moment that counts for a pick-up: when the phone recorded it, but no longer ago than a phone may be without
     * network, and never in the future.
     */
    public static Instant moment(Instant recordedAt, Instant now) {
        Instant earliest = now.minus(LONGEST_OFFLINE);
        Instant latest = recordedAt.isAfter(now) ? now : recordedAt;
        return latest.isBefore(earliest) ? earliest : latest;
    }

    /** Why it no longer holds at that moment, as a word; empty while it holds. */
    public Optional<String> findLapse(Instant moment, List<News> news) {
        if (validUntil != null && LocalDate.ofInstant(moment, KIGALI).isAfter(validUntil)) {
            return Optional.of(Standing.EXPIRED.name());
        }
        return news.stream()
                .filter(one -> one.standing() != Standing.GOOD)
                .filter(one ->
                        one.occurredAt().isAfter(decidedAt) && !one.occurredAt().isAfter(moment))
                .max(Comparator.comparing(News::occurredAt))
                .map(one -> one.standing().name());
    }
}
