package rw.ishemalink.tracking.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rw.ishemalink.tracking.trip.Trip;
import rw.ishemalink.tracking.trip.TripKind;

class ShareLinkTest {

    private static final Instant EIGHT = Instant.parse("2026-05-04T08:00:00Z");
    private static final Instant NINE = EIGHT.plus(Duration.ofHours(1));
    private static final Instant NOON = EIGHT.plus(Duration.ofHours(4));

    @Test
    void it_is_open_until_it_expires() {
        assertThat(link(null).state(trip(null), NOON.minusNanos(1), Duration.ofHours(1)))
                .isEqualTo(ShareLink.State.OPEN);
        assertThat(link(null).state(trip(null), NOON, Duration.ofHours(1))).isEqualTo(ShareLink.State.EXPIRED);
    }

    @Test
    void it_outlives_the_trip_for_an_hour() {
        Instant ten = NINE.plus(Duration.ofHours(1));
        assertThat(link(null).state(trip(NINE), ten.minusNanos(1), Duration.ofHours(1)))
                .isEqualTo(ShareLink.State.OPEN);
        assertThat(link(null).state(trip(NINE), ten, Duration.ofHours(1))).isEqualTo(ShareLink.State.TRIP_OVER);
    }

    @Test
    void revoked_is_revoked_whatever_else_holds() {
        assertThat(link(EIGHT).state(trip(NINE), NOON, Duration.ofHours(1))).isEqualTo(ShareLink.State.REVOKED);
    }

    @Test
    void secrets_are_long_differ_and_only_they_have_a_hash() {
        String token = LinkToken.next();
        assertThat(token).hasSize(43).isNotEqualTo(LinkToken.next());
        assertThat(LinkToken.findHash(token))
                .hasValueSatisfying(hash -> assertThat(hash).hasSize(32));
        assertThat(LinkToken.findHash(token + "x")).isEmpty();
        assertThat(LinkToken.findHash("")).isEmpty();
    }

    private static ShareLink link(@Nullable Instant revokedAt) {
        return new ShareLink(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), EIGHT, NOON, revokedAt, null);
    }

    private static Trip trip(@Nullable Instant endedAt) {
        return new Trip(
                UUID.randomUUID(),
                "ishemalink",
                TripKind.RIDE,
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                null,
                null,
                null,
                EIGHT,
                null,
                endedAt);
    }
}
