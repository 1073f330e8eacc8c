package rw.ishemalink.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import rw.ishemalink.booking.desk.store.CustomsStore;
import rw.ishemalink.booking.lifecycle.Booking;
import rw.ishemalink.booking.lifecycle.Ending;
import rw.ishemalink.booking.lifecycle.Hold;
import rw.ishemalink.booking.lifecycle.Seal;
import rw.ishemalink.kit.outbox.Tx;

/** Writes down for ever what a change did to seals and holds. Invariant: each is written once, with the change itself. */
@ApplicationScoped
class CustomsLedger implements AfterChange {

    private final CustomsStore store;

    CustomsLedger(CustomsStore store) {
        this.store = store;
    }

    @Override
    public void changed(Tx tx, Booking before, Booking after) {
        Set<Seal> seals = new HashSet<>(before.customs().seals());
        after.customs().seals().stream().filter(seal -> !seals.contains(seal)).forEach(seal -> write(tx, after, seal));
        Set<Hold> holds = new HashSet<>(before.customs().holds());
        after.customs().holds().stream().filter(hold -> !holds.contains(hold)).forEach(hold -> write(tx, after, hold));
    }

    private void write(Tx tx, Booking booking, Seal seal) {
        Ending broken = seal.broken();
        if (broken == null) {
            store.addPlaced(tx.sql(), booking, seal);
        } else {
            store.addBroken(tx.sql(), booking, seal, broken);
        }
    }

    private void write(Tx tx, Booking booking, Hold hold) {
        Ending released = hold.released();
        if (released == null) {
            store.addHeld(tx.sql(), booking, hold);
        } else {
            store.addReleased(tx.sql(), booking, hold, released);
        }
    }
}
