package rw.ishemalink.booking.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import rw.ishemalink.booking.desk.store.BookingSeal;
import rw.ishemalink.booking.fleet.DriverStore;
import rw.ishemalink.kit.cipher.SealedTable;
import rw.ishemalink.kit.cipher.SealedTables;

/** What is sealed here: the people of a booking, and where drivers are written to. */
@ApplicationScoped
class BookingSealedTables implements SealedTables {

    @Override
    public List<SealedTable> list() {
        return List.of(BookingSeal.TABLE, DriverStore.TABLE);
    }
}
