package rw.ishemalink.booking.desk.store;

import rw.ishemalink.booking.lifecycle.Booking;
import rw.ishemalink.booking.saga.Progress;

/** A booking in a list, and where it hangs. */
public record Listed(Booking booking, Progress progress) {}
