package rw.ishemalink.tracking.watch.store;

import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.watch.TripNews;

/** What the watch hears of a vehicle. */
sealed interface Heard {

    record Fix(Position position) implements Heard {}

    record News(TripNews news) implements Heard {}
}
