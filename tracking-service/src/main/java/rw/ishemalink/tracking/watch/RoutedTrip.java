package rw.ishemalink.tracking.watch;

import rw.ishemalink.tracking.detect.TripPlan;

/**
 * What is known of a booking's trip where bookings are read: who makes it now.
 *
 * @param sequence of the last event of the booking that counted
 */
public record RoutedTrip(TripPlan plan, long sequence) {}
