package rw.ishemalink.booking.desk;

import rw.ishemalink.booking.lifecycle.Booking;

/**
 * The answer to a new booking.
 *
 * @param booking as it was created, also when it has moved on since
 * @param repeated whether it was booked before, under the same sync id
 */
public record Booked(Booking booking, boolean repeated) {}
