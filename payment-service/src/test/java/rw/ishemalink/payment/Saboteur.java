package rw.ishemalink.payment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.reconciling.MovementKey;
import rw.ishemalink.payment.reconciling.OurSide;
import rw.ishemalink.payment.reconciling.store.OurBooks;

/** A kind of movement that there is none of; told to, it makes the comparison of a day die after so many pages. */
@ApplicationScoped
public class Saboteur implements OurBooks {

    private final AtomicInteger pagesLeft = new AtomicInteger(-1);

    void killsAfter(int pages) {
        pagesLeft.set(pages);
    }

    @Override
    public List<OurSide> list(Handle sql, Provider provider, List<MovementKey> keys) {
        if (pagesLeft.getAndDecrement() == 0) {
            throw new IllegalStateException("killed by a test");
        }
        return List.of();
    }

    @Override
    public List<MovementKey> listUnnamed(Handle sql, Provider provider, Instant bookedSince, Instant madeBefore) {
        return List.of();
    }

    @Override
    public void ask(Handle sql, List<UUID> references) {}
}
