package rw.ishemalink.booking.dispatch;

import rw.ishemalink.booking.quote.GeoPoint;

/** Where a booking begins and ends. */
public record Route(GeoPoint pickUp, GeoPoint dropOff) {}
