package rw.ishemalink.local.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import rw.ishemalink.local.load.FixSource.Brought;
import rw.ishemalink.local.load.FixText.PhoneFix;

class LateJourneyTest {

    private static final Instant BACK = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void each_fix_is_of_one_trip_or_none_and_six_hours_are_360_of_them() {
        LateJourney journey = LateJourney.of(4, BACK);
        assertThat(journey.ofFirst())
                .hasSize(120)
                .allMatch(fix -> fix.recordedMillis() < journey.firstEnds().toEpochMilli());
        assertThat(journey.ofNone()).hasSize(5);
        assertThat(journey.ofSecond())
                .hasSize(235)
                .allMatch(fix -> fix.recordedMillis() > journey.secondBegins().toEpochMilli());
    }

    @Test
    void both_destinations_are_reached_within_their_trips() {
        LateJourney journey = LateJourney.of(4, BACK);
        assertIsAt(journey.ofFirst().getLast(), journey.first().to());
        assertIsAt(journey.ofSecond().getFirst(), journey.first().to());
        assertIsAt(journey.here(), journey.second().to());
    }

    @Test
    void every_other_vehicle_has_a_second_driver_whose_fixes_come_first() {
        assertThat(LateJourney.of(4, BACK).second().driver()).isEqualTo(4);
        LateJourney journey = LateJourney.of(5, BACK);
        LateBatches batches = new LateBatches(List.of(journey));
        assertThat(batches.next(0)).map(Brought::fixes).contains(List.of(journey.here()));
        assertThat(batches.next(0)).map(Brought::driver).contains(200_005);
        assertThat(batches.next(0)).map(Brought::driver).contains(5);
        assertThat(batches.next(0)).isEmpty();
    }

    private static void assertIsAt(PhoneFix fix, PhoneFix place) {
        assertThat(fix.latitude()).isEqualTo(place.latitude());
        assertThat(fix.longitude()).isEqualTo(place.longitude());
    }
}
