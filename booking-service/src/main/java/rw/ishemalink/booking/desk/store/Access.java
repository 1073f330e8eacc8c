package rw.ishemalink.booking.desk.store;

import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.kit.outbox.GroupCommit;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;

/** Where a new booking is written, and where is read what it rests on. */
public sealed interface Access {

    <T> T read(Function<Handle, T> query);

    /** Writes the booking; false if its sync id or tracking code is taken. */
    boolean insert(Creation creation);

    /** Together with what other requests book at the same moment. */
    record Shared(UnitOfWork unitOfWork, GroupCommit<Creation, Boolean> creations) implements Access {

        @Override
        public <T> T read(Function<Handle, T> query) {
            return unitOfWork.read(query);
        }

        @Override
        public boolean insert(Creation creation) {
            return creations.write(creation);
        }
    }

    /** In the transaction of the one who asks. */
    record Inside(Tx tx) implements Access {

        @Override
        public <T> T read(Function<Handle, T> query) {
            return query.apply(tx.sql());
        }

        @Override
        public boolean insert(Creation creation) {
            return Creations.insert(tx.sql(), List.of(creation)).getFirst();
        }
    }
}
