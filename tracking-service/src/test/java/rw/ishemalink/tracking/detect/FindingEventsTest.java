package rw.ishemalink.tracking.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import rw.ishemalink.schemas.tracking.TrackingChange;
import rw.ishemalink.schemas.tracking.TrackingEvent;

class FindingEventsTest {

    private static final Sighting SEEN = new Sighting(Plans.HUYE, Drive.minute(5));

    private static final List<Finding> ALL = List.of(
            new Finding.TripStarted(SEEN),
            new Finding.TripNotStarted(SEEN),
            new Finding.TripEnded(SEEN),
            new Finding.GeofenceEntered(SEEN, "pickup"),
            new Finding.GeofenceDwelled(SEEN, "pickup", Drive.minute(1)),
            new Finding.GeofenceLeft(SEEN, "pickup", Drive.minute(1)),
            new Finding.StopStarted(SEEN),
            new Finding.StopEnded(SEEN, Drive.minute(1)),
            new Finding.OverspeedStarted(SEEN, 72, 60),
            new Finding.OverspeedEnded(SEEN, Drive.minute(1), 72, 60),
            new Finding.CorridorLeft(SEEN, 6_000),
            new Finding.CorridorRejoined(SEEN, Drive.minute(1), 6_000),
            new Finding.WrongDirection(SEEN),
            new Finding.CommsLost(SEEN, Drive.minute(1)),
            new Finding.CommsRestored(SEEN, Drive.minute(1)),
            new Finding.SealOpened(SEEN, "A1"),
            new Finding.SealClosed(SEEN, "A1"),
            new Finding.SealTampered(SEEN, null),
            new Finding.BorderArrivalProposed(SEEN, "border:Gatuna"),
            new Finding.ArrivalEstimated(SEEN, Drive.minute(90), 60_000));

    @Test
    void there_is_a_finding_for_every_change_of_the_contract() {
        assertThat(ALL).hasSize(Finding.class.getPermittedSubclasses().length);
        assertThat(ALL)
                .extracting(finding -> event(finding).getChange())
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(TrackingChange.UNKNOWN)));
    }

    @Test
    void every_event_says_where_when_and_whose() {
        assertThat(ALL).allSatisfy(finding -> {
            TrackingEvent.Builder event = event(finding);
            assertThat(event.getLatitude()).isEqualTo(Plans.HUYE.latitude());
            assertThat(event.getRecordedAt()).isEqualTo(Drive.minute(5));
            assertThat(event.getDriverId()).isEqualTo(Plans.export().driverId());
            assertThat(event.getLate()).isTrue();
        });
    }

    @Test
    void what_ends_says_since_when_it_was() {
        assertThat(ALL.stream().map(FindingEventsTest::event).filter(event -> event.getSince() != null))
                .extracting(TrackingEvent.Builder::getChange)
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(
                        TrackingChange.STOP_ENDED,
                        TrackingChange.GEOFENCE_LEFT,
                        TrackingChange.GEOFENCE_DWELLED,
                        TrackingChange.OVERSPEED_ENDED,
                        TrackingChange.CORRIDOR_REJOINED,
                        TrackingChange.COMMS_LOST,
                        TrackingChange.COMMS_RESTORED));
    }

    private static TrackingEvent.Builder event(Finding finding) {
        return FindingEvents.toEvent(Plans.export(), finding, true);
    }
}
