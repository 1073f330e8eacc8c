package rw.ishemalink.booking.desk;

import rw.ishemalink.booking.lifecycle.Booking;

/**
 * The answer to a new booking.
 *
 * @param booking as a draft, also when it has moved on since; where the sender edited the draft, as edited
 * @param repeated whether it was booked before, under the same sync id
 */
public record Booked(Booking booking, boolean repeated) {}
