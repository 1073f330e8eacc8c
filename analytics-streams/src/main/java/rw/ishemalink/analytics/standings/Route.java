package rw.ishemalink.analytics.standings;

import rw.ishemalink.analytics.booking.Share;
import rw.ishemalink.analytics.facts.Place;

/** From where to where. */
public record Route(Place origin, Place destination) {

    static Route of(Share share) {
        return new Route(share.origin(), share.destination());
    }

    String id() {
        return origin.code() + ">" + destination.code();
    }

    /** The route whose id on the board it is. */
    public static Route parse(String id) {
        int arrow = id.indexOf('>');
        return new Route(Place.parse(id.substring(0, arrow)), Place.parse(id.substring(arrow + 1)));
    }
}
