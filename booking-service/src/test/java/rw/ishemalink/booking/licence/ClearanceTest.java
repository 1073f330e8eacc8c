package rw.ishemalink.booking.licence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import rw.ishemalink.booking.licence.Clearance.News;
import rw.ishemalink.booking.licence.Clearance.Standing;

class ClearanceTest {

    private static final Instant DECIDED = Instant.parse("2026-11-21T08:00:00Z");
    private static final Clearance ENDLESS = new Clearance(UUID.randomUUID(), DECIDED, null);

    /** Kigali is two hours ahead of UTC: its day ends at 22:00 there. */
    @ParameterizedTest
    @CsvSource({"2026-11-21T21:59:59.999999Z,false", "2026-11-21T22:00:00Z,true"})
    void it_holds_to_the_end_of_its_last_day_in_rwanda(Instant pickedUpAt, boolean lapsed) {
        Clearance until = new Clearance(UUID.randomUUID(), DECIDED, LocalDate.of(2026, 11, 21));

        assertThat(until.findLapse(pickedUpAt, List.of()).isPresent()).isEqualTo(lapsed);
    }

    @ParameterizedTest
    @EnumSource(
            value = Standing.class,
            names = {"SUSPENDED", "REVOKED", "EXPIRED"})
    void bad_news_after_the_decision_ends_it_and_says_why(Standing standing) {
        News news = new News(standing, DECIDED.plusSeconds(1));

        assertThat(ENDLESS.findLapse(DECIDED.plusSeconds(2), List.of(news))).contains(standing.name());
    }

    @Test
    void news_from_before_the_decision_was_known_to_it_and_news_from_after_the_pick_up_came_too_late() {
        News before = new News(Standing.REVOKED, DECIDED);
        News after = new News(Standing.REVOKED, DECIDED.plusSeconds(60));

        assertThat(ENDLESS.findLapse(DECIDED.plusSeconds(59), List.of(before, after)))
                .isEmpty();
        assertThat(ENDLESS.findLapse(DECIDED.plusSeconds(60), List.of(before, after)))
                .contains("REVOKED");
    }

    @Test
    void good_news_ends_nothing() {
        assertThat(ENDLESS.findLapse(DECIDED.plusSeconds(2), List.of(new News(Standing.GOOD, DECIDED.plusSeconds(1)))))
                .isEmpty();
    }

    @Test
    void a_phone_without_network_is_believed_for_six_hours_and_never_about_the_future() {
        Instant now = DECIDED.plus(Duration.ofDays(1));

        assertThat(Clearance.moment(now.minus(Duration.ofHours(5)), now)).isEqualTo(now.minus(Duration.ofHours(5)));
        assertThat(Clearance.moment(now.minus(Duration.ofHours(7)), now)).isEqualTo(now.minus(Duration.ofHours(6)));
        assertThat(Clearance.moment(now.plus(Duration.ofHours(1)), now)).isEqualTo(now);
    }
}
