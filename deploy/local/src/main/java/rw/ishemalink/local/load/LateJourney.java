package rw.ishemalink.local.load;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import rw.ishemalink.local.load.FixText.PhoneFix;

/**
 * Six hours of a vehicle out of reach: a trip that was over after two of them, five minutes of nothing, and a trip that goes on
 * still, of another driver in every other vehicle. The phones keep a fix a minute. It drives straight to the first
 * destination, is there ten minutes before that trip ends, leaves it when the second has begun, and is at the second's
 * half an hour before it comes back. Pure.
 *
 * @param back when the network comes back
 */
record LateJourney(LoadTrip first, LoadTrip second, Instant back) {

    static final Duration AWAY = Duration.ofHours(6);

    private static final Duration FIRST_BEGINS = Duration.ofHours(7);
    private static final Duration FIRST_ARRIVES = Duration.ofMinutes(250);
    private static final Duration FIRST_ENDS = Duration.ofHours(4);
    private static final Duration SECOND_BEGINS = Duration.ofMinutes(235);
    private static final Duration SECOND_LEAVES = Duration.ofMinutes(230);
    private static final Duration SECOND_ARRIVES = Duration.ofMinutes(30);
    private static final Duration BETWEEN_FIXES = Duration.ofMinutes(1);

    /** Fixes lie between the minutes, and so never on the moment at which a trip begins or ends. */
    private static final Duration OFF_THE_MINUTE = Duration.ofSeconds(30);

    private static final double FAR_DEGREES = 0.25;
    private static final double SPEED_KMH = 10;

    /** Number of the second driver of a vehicle that has one. */
    private static final int SECOND_DRIVERS = 200_000;

    /** That vehicle's, which came back then. */
    static LateJourney of(int vehicle, Instant back) {
        PhoneFix from = PositionFleet.fix(vehicle, 0);
        PhoneFix middle = new PhoneFix(from.latitude() + FAR_DEGREES, from.longitude(), 0, 0);
        PhoneFix to = new PhoneFix(middle.latitude(), middle.longitude() + FAR_DEGREES, 0, 0);
        int other = vehicle % 2 == 0 ? vehicle : vehicle + SECOND_DRIVERS;
        return new LateJourney(
                LoadTrip.of(vehicle, vehicle, from, middle), LoadTrip.of(other, vehicle, middle, to), back);
    }

    void publish(Events events) {
        first.publishAssigned(events, firstBegins());
        first.publishPickedUp(events, firstBegins());
        first.publishDelivered(events, firstEnds());
        second.publishAssigned(events, secondBegins());
        second.publishPickedUp(events, secondBegins());
    }

    Instant firstBegins() {
        return back.minus(FIRST_BEGINS);
    }

    Instant firstEnds() {
        return back.minus(FIRST_ENDS);
    }

    Instant secondBegins() {
        return back.minus(SECOND_BEGINS);
    }

    /** Fixes of the first trip. */
    List<PhoneFix> ofFirst() {
        return between(back.minus(AWAY), firstEnds());
    }

    /** Fixes of no trip; the first driver's. */
    List<PhoneFix> ofNone() {
        return between(firstEnds(), secondBegins());
    }

    /** Fixes of the second trip, but for the one with which it comes back. */
    List<PhoneFix> ofSecond() {
        return between(secondBegins(), back);
    }

    /** When the fixes of the first trip were taken. */
    Set<Long> timesOfFirst() {
        return times(ofFirst().stream());
    }

    /** When all fixes of the second trip were taken. */
    Set<Long> timesOfSecond() {
        return times(Stream.concat(ofSecond().stream(), Stream.of(here())));
    }

    private static Set<Long> times(Stream<PhoneFix> fixes) {
        return fixes.map(PhoneFix::recordedMillis).collect(Collectors.toSet());
    }

    /** What the vehicle sends first when it is back: where it is. */
    PhoneFix here() {
        return at(back);
    }

    private List<PhoneFix> between(Instant from, Instant until) {
        long minutes = Duration.between(from, until).dividedBy(BETWEEN_FIXES);
        return LongStream.range(0, minutes)
                .mapToObj(minute -> at(from.plus(OFF_THE_MINUTE).plus(BETWEEN_FIXES.multipliedBy(minute))))
                .toList();
    }

    private PhoneFix at(Instant time) {
        double firstPart = part(time, firstBegins(), back.minus(FIRST_ARRIVES));
        double secondPart = part(time, back.minus(SECOND_LEAVES), back.minus(SECOND_ARRIVES));
        return new PhoneFix(
                first.from().latitude() + FAR_DEGREES * firstPart,
                first.from().longitude() + FAR_DEGREES * secondPart,
                isMoving(firstPart) || isMoving(secondPart) ? SPEED_KMH : 0,
                time.toEpochMilli());
    }

    private static boolean isMoving(double part) {
        return part > 0 && part < 1;
    }

    /** How much of that time is over, from 0 to 1. */
    private static double part(Instant time, Instant begin, Instant end) {
        double whole = Duration.between(begin, end).toMillis();
        return Math.clamp(Duration.between(begin, time).toMillis() / whole, 0, 1);
    }
}
