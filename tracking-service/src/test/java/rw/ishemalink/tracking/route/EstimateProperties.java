package rw.ishemalink.tracking.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class EstimateProperties {

    private static final Instant NOON = Instant.parse("2027-03-01T10:00:00Z");

    /** 80 km in two hours. */
    private static final RoadLeg REST = new RoadLeg(80_000, Duration.ofHours(2));

    @Example
    void at_the_start_the_road_alone_is_asked() {
        assertThat(Estimate.of(REST, Progress.NONE, NOON)).isEqualTo(new Estimate(NOON.plus(REST.time()), 80_000));
    }

    @Example
    void after_20_km_at_half_the_roads_speed_half_of_that_is_believed() {
        Progress slow = new Progress(20_000, Duration.ofHours(1));
        assertThat(Estimate.of(REST, slow, NOON).arrivalAt()).isEqualTo(NOON.plus(Duration.ofHours(3)));
    }

    @Example
    void who_has_arrived_arrives_now() {
        Progress done = new Progress(80_000, Duration.ofHours(2));
        assertThat(Estimate.of(new RoadLeg(0, Duration.ZERO), done, NOON)).isEqualTo(new Estimate(NOON, 0));
    }

    @Property
    void a_trip_as_fast_as_the_road_changes_nothing(@ForAll @LongRange(min = 1, max = 500) long kilometres) {
        Progress usual = new Progress(kilometres * 1_000, Duration.ofSeconds(90).multipliedBy(kilometres));
        assertThat(Estimate.of(REST, usual, NOON).arrivalAt()).isEqualTo(NOON.plus(REST.time()));
    }

    @Property
    void a_slower_trip_never_arrives_sooner(
            @ForAll @LongRange(min = 1, max = 500_000) long metres,
            @ForAll @IntRange(min = 1, max = 100_000) int seconds,
            @ForAll @IntRange(max = 100_000) int more) {
        Instant quick = Estimate.of(REST, new Progress(metres, Duration.ofSeconds(seconds)), NOON)
                .arrivalAt();
        Instant slow = Estimate.of(REST, new Progress(metres, Duration.ofSeconds((long) seconds + more)), NOON)
                .arrivalAt();
        assertThat(slow).isAfterOrEqualTo(quick);
    }

    @Property
    void whatever_the_trip_did_the_estimate_stays_within_reason(
            @ForAll @LongRange(max = 2_000_000) long metres,
            @ForAll @LongRange(max = 1_000_000) long seconds,
            @ForAll @LongRange(max = 2_000_000) long left,
            @ForAll @LongRange(max = 200_000) long roadSeconds) {
        RoadLeg rest = new RoadLeg(left, Duration.ofSeconds(roadSeconds));
        Estimate estimate = Estimate.of(rest, new Progress(metres, Duration.ofSeconds(seconds)), NOON);
        Duration takes = Duration.between(NOON, estimate.arrivalAt());
        assertThat(estimate.remainingMetres()).isEqualTo(left);
        assertThat((double) takes.toMillis())
                .isBetween(
                        rest.time().toMillis() * Estimate.FASTEST - 1,
                        rest.time().toMillis() * Estimate.SLOWEST + 1);
    }
}
