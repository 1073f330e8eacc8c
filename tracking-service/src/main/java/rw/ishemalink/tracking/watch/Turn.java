package rw.ishemalink.tracking.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.tracking.detect.Detection;
import rw.ishemalink.tracking.detect.Finding;
import rw.ishemalink.tracking.detect.Plausibility;
import rw.ishemalink.tracking.detect.Plausibility.Jump;
import rw.ishemalink.tracking.detect.Plausibility.Trust;
import rw.ishemalink.tracking.detect.Plausibility.Verdict;
import rw.ishemalink.tracking.detect.Step;
import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.watch.TripLook.Looked;
import rw.ishemalink.tracking.watch.VehicleWatch.Waiting;

/** One turn of the watch over a vehicle: begins with what was remembered and ends with what will be. */
final class Turn {

    private final TripLook look;
    private final WatchRules rules;
    private final Instant wall;
    private final List<Waiting> waiting;
    private final List<WatchedTrip> trips;
    private final List<Told> told = new ArrayList<>();
    private Trust trust;
    private Instant toldUntil;
    private Instant toldAt;
    private Instant heardAt;

    Turn(VehicleWatch before, TripLook look, WatchRules rules, Instant wall) {
        this.look = look;
        this.rules = rules;
        this.wall = wall;
        this.trust = before.trust();
        this.waiting = new ArrayList<>(before.waiting());
        this.trips = new ArrayList<>(before.trips());
        this.toldUntil = before.toldUntil();
        this.toldAt = before.toldAt();
        this.heardAt = before.heardAt();
    }

    Watch.Turned end() {
        return new Watch.Turned(new VehicleWatch(trust, waiting, trips, toldUntil, toldAt, heardAt), told);
    }

    void heard() {
        heardAt = wall;
    }

    /** A position waits its turn, unless later ones have been looked at. */
    void take(Position position) {
        Position last = trust.believed();
        if (last != null && !position.recordedAt().isAfter(last.recordedAt())) {
            show(position);
        } else if (await(position)) {
            release(waiting.getLast().position().recordedAt().minus(rules.grace()));
            while (waiting.size() > WatchRules.MOST_WAITING) {
                judge(waiting.removeFirst().position());
            }
        }
    }

    void learn(TripNews news, Detection detection) {
        Instant endedAt = news.plan().endedAt();
        if (endedAt != null) {
            release(endedAt.minusNanos(1));
        }
        int index = indexOf(news);
        if (index >= 0) {
            trips.set(index, trips.get(index).with(news));
            end(index, news, detection);
        } else if (endedAt == null) {
            begin(WatchedTrip.begin(news));
        }
    }

    /** What has waited too long, by our clock, has its turn, and all before it. */
    void releaseImpatient() {
        Instant latest = null;
        for (Waiting one : waiting) {
            if (!one.heardAt().plus(rules.patience()).isAfter(wall)) {
                latest = one.position().recordedAt();
            }
        }
        if (latest != null) {
            release(latest);
        }
    }

    void tick(Detection detection, Instant now) {
        for (int i = 0; i < trips.size(); i++) {
            WatchedTrip trip = trips.get(i);
            if (!trip.ended()) {
                Step step = detection.tick(trip.plan(), trip.memory(), now);
                trips.set(i, trip.with(step.memory()));
                tell(trip, step.findings(), false);
            }
        }
    }

    /** A vehicle that has gone quiet is told where it was last. */
    void tellLast() {
        Position last = trust.believed();
        if (last != null && last.recordedAt().isAfter(toldUntil) && isTimeToTell()) {
            tellLast(last);
        }
    }

    void forget(Instant now) {
        trips.removeIf(trip -> {
            Instant endedAt = trip.plan().endedAt();
            return trip.ended() && endedAt != null && endedAt.isBefore(now.minus(rules.memory()));
        });
    }

    /** False for one that has come before. */
    private boolean await(Position position) {
        int place = waiting.size();
        while (place > 0 && waiting.get(place - 1).position().recordedAt().isAfter(position.recordedAt())) {
            place--;
        }
        if (isAt(position, place == 0 ? null : waiting.get(place - 1).position()) || isAt(position, trust.suspect())) {
            return false;
        }
        waiting.add(place, new Waiting(position, wall));
        return true;
    }

    private static boolean isAt(Position position, @Nullable Position other) {
        return other != null && other.recordedAt().equals(position.recordedAt());
    }

    private void release(Instant until) {
        while (!waiting.isEmpty() && !waiting.getFirst().position().recordedAt().isAfter(until)) {
            judge(waiting.removeFirst().position());
        }
    }

    private void judge(Position position) {
        Verdict verdict = Plausibility.judge(trust, position);
        trust = verdict.trust();
        verdict.jump().ifPresent(this::refuse);
        for (Position believed : verdict.believed()) {
            if (isTimeToTell()
                    && Duration.between(toldUntil, believed.recordedAt()).compareTo(rules.lastEvery()) >= 0) {
                tellLast(believed);
            }
            show(believed);
        }
    }

    private boolean isTimeToTell() {
        return !wall.isBefore(toldAt.plus(rules.lastEvery()));
    }

    private void tellLast(Position position) {
        told.add(new Told.Last(position));
        toldUntil = position.recordedAt();
        toldAt = wall;
    }

    private void refuse(Jump jump) {
        told.add(new Told.Refused(jump.position(), jump.neededKmh()));
    }

    /** To every trip that was under way then: a vehicle may carry several bookings at once. */
    private void show(Position position) {
        for (int i = 0; i < trips.size(); i++) {
            WatchedTrip trip = trips.get(i);
            if (trip.made(position)) {
                Looked looked = look.look(trip, position);
                trips.set(i, looked.trip());
                looked.jump().ifPresent(this::refuse);
                tell(trip, looked.findings(), looked.late());
            }
        }
    }

    /** The trip may have become known only after its first position. */
    private void begin(WatchedTrip trip) {
        trips.add(trip);
        Position last = trust.believed();
        if (last != null && trip.made(last)) {
            Looked looked = look.look(trip, last);
            trips.set(trips.size() - 1, looked.trip());
            tell(trip, looked.findings(), looked.late());
        }
    }

    private void end(int index, TripNews news, Detection detection) {
        WatchedTrip trip = trips.get(index);
        if (trip.ended()) {
            return;
        }
        switch (news.reason()) {
            case GOES_ON -> {}
            case TAKEN_OFF -> trips.set(index, trip.over(trip.memory()));
            case ENDED -> {
                Step step = detection.end(trip.memory());
                trips.set(index, trip.over(step.memory()));
                tell(trip, step.findings(), false);
            }
        }
    }

    private int indexOf(TripNews news) {
        for (int i = 0; i < trips.size(); i++) {
            if (trips.get(i).isTripOf(news)) {
                return i;
            }
        }
        return -1;
    }

    private void tell(WatchedTrip trip, List<Finding> findings, boolean late) {
        for (Finding finding : findings) {
            told.add(new Told.Shown(trip.plan(), trip.correlationId(), finding, late));
        }
    }
}
