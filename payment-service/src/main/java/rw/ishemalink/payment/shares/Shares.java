package rw.ishemalink.payment.shares;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.payment.config.LedgerConfig;
import rw.ishemalink.payment.ledger.Ledger;
import rw.ishemalink.payment.ledger.Subject;
import rw.ishemalink.payment.shares.store.ShareStore;

/** Shares out prices: as soon as a booking is both delivered and paid, in whatever order that is heard of. */
@ApplicationScoped
public class Shares {

    private final ShareStore shares;
    private final Ledger ledger;
    private final Commission commission;

    Shares(ShareStore shares, Ledger ledger, LedgerConfig config) {
        this.shares = shares;
        this.ledger = ledger;
        this.commission = new Commission(config.commissionPercent(), config.commissionPercentOf());
    }

    /** A booking was delivered; hearing it again changes nothing. Says what that shares out, if anything. */
    public Optional<Settled> delivered(Tx tx, Delivery delivery) {
        Handle sql = tx.sql();
        shares.findPriceLocked(sql, delivery.tenant(), delivery.bookingId());
        shares.insert(sql, delivery);
        return pricesChanged(tx, List.of(delivery.bookingId())).stream().findFirst();
    }

    /**
     * The bookings' payments were written as they now stand, in this transaction, which holds their locks. Says what that
     * shares out or takes back.
     */
    public List<Settled> pricesChanged(Tx tx, List<UUID> bookingIds) {
        Handle sql = tx.sql();
        List<Settled> settled = new ArrayList<>();
        for (Share share : shares.listLocked(sql, bookingIds)) {
            Delivery delivery = share.delivery();
            shares.findPriceLocked(sql, delivery.tenant(), delivery.bookingId())
                    .flatMap(price -> ShareRules.step(share, price.net(), price.kept(), commission))
                    .map(step -> settle(sql, delivery, step))
                    .ifPresent(settled::add);
        }
        return settled;
    }

    private Settled settle(Handle sql, Delivery delivery, ShareRules.Step step) {
        UUID transfer = ledger.post(sql, delivery.tenant(), Subject.booking(delivery.bookingId()), step.transfer());
        shares.update(sql, delivery, step, transfer);
        return new Settled(delivery.bookingId(), step.commissionKept());
    }
}
