package rw.ishemalink.booking.dispatch.returnload;

import java.util.UUID;
import rw.ishemalink.booking.dispatch.Needs;
import rw.ishemalink.booking.dispatch.Route;

/** Cargo that a driver is sought for. */
public record OpenLoad(UUID bookingId, Needs needs, Route route, long priceRwf) {}
