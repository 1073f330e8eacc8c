package rw.ishemalink.local.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ToldTest {

    private static final String FIRST = "01a00000-0000-7000-8000-000000000001";
    private static final String SECOND = "01a00000-0000-7000-8000-000000000002";

    private final Told told = new Told();

    @Test
    void anAnswerThatTheDatabaseDoesNotKnowIsLostAndDatesTheRecoveryPoint() {
        Instant begin = Instant.now();
        told.granted("/api/bookings", "{\"bookingId\":\"" + FIRST + "\",\"status\":\"DRAFT\"}");
        told.granted("/api/bookings/" + FIRST + "/confirm", "{}");
        told.granted("/api/bookings", "{\"status\":\"DRAFT\",\"bookingId\":\"" + SECOND + "\"}");
        Instant disaster = Instant.now().plusSeconds(2);

        Told.Found found = told.compare(Set.of(FIRST + "CREATED", FIRST + "CONFIRMED"), disaster);

        assertThat(found.answers()).isEqualTo(3);
        assertThat(found.lost()).isEqualTo(1);
        assertThat(found.span()).isBetween(Duration.ofSeconds(2), Duration.between(begin, disaster));
    }

    @Test
    void nothingLostIsARecoveryPointOfZero() {
        told.granted("/api/bookings/" + FIRST + "/deliver", "{}");

        assertThat(told.compare(Set.of(FIRST + "DELIVERED"), Instant.now()))
                .isEqualTo(new Told.Found(1, 0, Duration.ZERO));
    }

    @Test
    void aRequestThatNobodyKnowsIsNotCountedInSilence() {
        assertThatThrownBy(() -> told.granted("/api/bookings/" + FIRST + "/dance", "{}"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
