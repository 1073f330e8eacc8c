package rw.ishemalink.booking.desk;

import rw.ishemalink.booking.lifecycle.Booking;
import rw.ishemalink.kit.outbox.Tx;

/** Hears of every change of a booking in the change's own transaction, under the booking's row lock. */
public interface AfterChange {

    void changed(Tx tx, Booking before, Booking after);
}
