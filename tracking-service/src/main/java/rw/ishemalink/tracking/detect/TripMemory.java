package rw.ishemalink.tracking.detect;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.tracking.SealState;
import rw.ishemalink.tracking.geofence.GeoPoint;

/**
 * All that is remembered of a trip between two positions: one slice for each detector, null where there is nothing to
 * remember. Times are good to the microsecond.
 *
 * @param settledUntil time of the last position looked at; older ones change nothing here any more
 * @param visits the geofences that it is in
 * @param silence since when nothing was heard, if that has been told
 */
public record TripMemory(
        Instant settledUntil,
        Start start,
        @Nullable Motion motion,
        @Nullable Stop stop,
        List<Visit> visits,
        @Nullable Speeding speeding,
        @Nullable Straying straying,
        @Nullable Heading heading,
        @Nullable Seal seal,
        @Nullable Instant silence,
        @Nullable Arrival arrival,
        Border border) {

    /** Before any position. */
    public static final TripMemory NEW = new TripMemory(
            Instant.EPOCH, Start.NEW, null, null, List.of(), null, null, null, null, null, null, Border.AHEAD);

    public TripMemory {
        visits = List.copyOf(visits);
    }

    /**
     * Whether it has started.
     *
     * @param waitsAt the first point seen after the pick-up, until it moves from there
     * @param delayTold whether it has been told that it does not start
     */
    public record Start(boolean started, @Nullable GeoPoint waitsAt, boolean delayTold) {

        static final Start NEW = new Start(false, null, false);
    }

    /**
     * How it moves.
     *
     * @param last the last position
     * @param counted the last position that it has moved from, beyond what may be noise
     * @param speedKmh as the phone says, or from the position before; null where neither is known
     * @param travelledMetres since the pick-up
     * @param movingMillis since the pick-up
     */
    public record Motion(
            Sighting last, Sighting counted, @Nullable Double speedKmh, double travelledMetres, long movingMillis) {}

    /** Where it has been since when; told once that is long enough to be a stop. */
    public record Stop(GeoPoint anchor, Instant since, boolean told) {}

    /** A geofence that it is in. */
    public record Visit(String geofence, Instant since, boolean dwellTold) {}

    /**
     * Faster than allowed.
     *
     * @param lastAt the last position that was too fast
     * @param fixes how many were
     */
    public record Speeding(Instant since, Instant lastAt, int fixes, double highestKmh, boolean told) {}

    /** Off its corridor for so many positions. */
    public record Straying(Instant since, int fixes, double farthestMetres, boolean told) {}

    /** The nearest that it has come to where it goes. */
    public record Heading(double nearestMetres, Instant nearestAt) {}

    /** What the electronic seal said last. */
    public record Seal(SealState state, @Nullable String number) {}

    /**
     * When it is expected.
     *
     * @param askedAt time of the position for which the roads were last asked
     * @param arrivalAt as it was last told
     */
    public record Arrival(Instant askedAt, Instant arrivalAt) {}

    /** How far it is with its border post. */
    public enum Border {
        AHEAD,
        REACHED,
        PROPOSED
    }

    /** Its being in the geofence of that name. */
    Optional<Visit> findVisit(String geofence) {
        for (Visit visit : visits) {
            if (visit.geofence().equals(geofence)) {
                return Optional.of(visit);
            }
        }
        return Optional.empty();
    }

    /** Whether it is in the geofence of that name. */
    boolean isIn(String geofence) {
        return findVisit(geofence).isPresent();
    }

    /** Whether it stands, or moves no faster than that. */
    boolean isSlow(double kmh) {
        Double speedKmh = motion == null ? null : motion.speedKmh();
        return (stop != null && stop.told()) || (speedKmh != null && speedKmh <= kmh);
    }

    /** The last position looked at. */
    public Optional<Sighting> findLast() {
        return Optional.ofNullable(motion).map(Motion::last);
    }

    TripMemory settled(Instant next) {
        return new TripMemory(
                next, start, motion, stop, visits, speeding, straying, heading, seal, silence, arrival, border);
    }

    TripMemory with(Start next) {
        return new TripMemory(
                settledUntil, next, motion, stop, visits, speeding, straying, heading, seal, silence, arrival, border);
    }

    TripMemory with(Motion next) {
        return new TripMemory(
                settledUntil, start, next, stop, visits, speeding, straying, heading, seal, silence, arrival, border);
    }

    TripMemory with(Stop next) {
        return new TripMemory(
                settledUntil, start, motion, next, visits, speeding, straying, heading, seal, silence, arrival, border);
    }

    TripMemory withVisits(List<Visit> next) {
        return new TripMemory(
                settledUntil, start, motion, stop, next, speeding, straying, heading, seal, silence, arrival, border);
    }

    TripMemory withSpeeding(@Nullable Speeding next) {
        return new TripMemory(
                settledUntil, start, motion, stop, visits, next, straying, heading, seal, silence, arrival, border);
    }

    TripMemory withStraying(@Nullable Straying next) {
        return new TripMemory(
                settledUntil, start, motion, stop, visits, speeding, next, heading, seal, silence, arrival, border);
    }

    TripMemory withHeading(@Nullable Heading next) {
        return new TripMemory(
                settledUntil, start, motion, stop, visits, speeding, straying, next, seal, silence, arrival, border);
    }

    TripMemory with(Seal next) {
        return new TripMemory(
                settledUntil, start, motion, stop, visits, speeding, straying, heading, next, silence, arrival, border);
    }

    TripMemory silent(@Nullable Instant next) {
        return new TripMemory(
                settledUntil, start, motion, stop, visits, speeding, straying, heading, seal, next, arrival, border);
    }

    TripMemory with(Arrival next) {
        return new TripMemory(
                settledUntil, start, motion, stop, visits, speeding, straying, heading, seal, silence, next, border);
    }

    TripMemory with(Border next) {
        return new TripMemory(
                settledUntil, start, motion, stop, visits, speeding, straying, heading, seal, silence, arrival, next);
    }
}
