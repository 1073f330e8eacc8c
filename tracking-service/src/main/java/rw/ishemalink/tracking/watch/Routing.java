package rw.ishemalink.tracking.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.tracking.detect.TripPlan;
import rw.ishemalink.tracking.watch.TripNews.Reason;

/**
 * Which vehicle is to hear of which trip. A booking that is assigned anew is taken off the vehicle that had it. Pure;
 * events that come again change nothing.
 */
public final class Routing {

    private Routing() {}

    /** The booking's trip after the event, and what vehicles are to be told. */
    public record Routed(Optional<RoutedTrip> trip, List<TripNews> news) {

        public Routed {
            news = List.copyOf(news);
        }
    }

    /** Takes the event of a booking. */
    public static Routed take(@Nullable RoutedTrip before, BookingNews event) {
        if (before != null
                && (event.sequence() <= before.sequence() || before.plan().endedAt() != null)) {
            return new Routed(Optional.of(before), List.of());
        }
        return switch (event.step()) {
            case ASSIGNED -> assign(before, event);
            case PICKED_UP -> before == null ? assign(null, event) : tell(pickedUp(before, event), event);
            case ENDED -> before == null ? nothing() : tell(ended(before.plan(), event.at()), event);
            case GOES_ON -> before == null ? nothing() : goOn(before, event);
        };
    }

    private static Routed assign(@Nullable RoutedTrip before, BookingNews event) {
        List<TripNews> news = new ArrayList<>();
        Instant assignedAt = event.at();
        if (before != null) {
            if (isSameTrip(before.plan(), event.plan())) {
                return goOn(before, event);
            }
            news.add(new TripNews(ended(before.plan(), event.at()), Reason.TAKEN_OFF, event.correlationId()));
        }
        Instant pickedUpAt = event.step() == BookingNews.Step.PICKED_UP ? event.at() : null;
        TripPlan plan = at(event.plan(), event.plan(), assignedAt, pickedUpAt, null);
        news.add(new TripNews(plan, Reason.GOES_ON, event.correlationId()));
        return new Routed(Optional.of(new RoutedTrip(plan, event.sequence())), news);
    }

    /** Something may have been edited; most events change nothing that matters on the road. */
    private static Routed goOn(RoutedTrip before, BookingNews event) {
        TripPlan plan = at(
                event.plan(),
                before.plan(),
                before.plan().assignedAt(),
                before.plan().pickedUpAt(),
                before.plan().endedAt());
        return plan.equals(before.plan())
                ? new Routed(Optional.of(new RoutedTrip(plan, event.sequence())), List.of())
                : tell(plan, event);
    }

    private static Routed tell(TripPlan plan, BookingNews event) {
        Reason reason = plan.endedAt() == null ? Reason.GOES_ON : Reason.ENDED;
        return new Routed(
                Optional.of(new RoutedTrip(plan, event.sequence())),
                List.of(new TripNews(plan, reason, event.correlationId())));
    }

    private static TripPlan pickedUp(RoutedTrip before, BookingNews event) {
        Instant assignedAt = before.plan().assignedAt();
        return at(event.plan(), before.plan(), assignedAt, latest(assignedAt, event.at()), null);
    }

    private static TripPlan ended(TripPlan plan, Instant at) {
        return at(plan, plan, plan.assignedAt(), plan.pickedUpAt(), latest(plan.assignedAt(), at));
    }

    private static Routed nothing() {
        return new Routed(Optional.empty(), List.of());
    }

    private static boolean isSameTrip(TripPlan one, TripPlan other) {
        return one.vehicleId().equals(other.vehicleId()) && one.driverId().equals(other.driverId());
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** The places of one plan with the driver and vehicle of another. */
    private static TripPlan at(
            TripPlan places,
            TripPlan movers,
            Instant assignedAt,
            @Nullable Instant pickedUpAt,
            @Nullable Instant endedAt) {
        return new TripPlan(
                places.bookingId(),
                places.tenant(),
                places.kind(),
                movers.driverId(),
                movers.vehicleId(),
                movers.vehicleClass(),
                places.pickup(),
                places.originDistrict(),
                places.destination(),
                places.destinationDistrict(),
                places.borderPost(),
                places.bonded(),
                assignedAt,
                pickedUpAt,
                endedAt);
    }
}
