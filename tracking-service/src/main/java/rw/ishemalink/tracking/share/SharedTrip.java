package rw.ishemalink.tracking.share;

import rw.ishemalink.tracking.trip.Trip;

/** A trip as an open link leads to it. */
public record SharedTrip(ShareLink link, Trip trip) {}
