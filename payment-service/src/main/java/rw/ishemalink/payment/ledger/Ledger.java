package rw.ishemalink.payment.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.kit.outbox.TimeOrderedId;
import rw.ishemalink.payment.ledger.Entry.Side;
import rw.ishemalink.payment.ledger.store.BalanceStore;
import rw.ishemalink.payment.ledger.store.TransferStore;

/**
 * Writes transfers in the caller's transaction, which makes them final: there is no way to change one. They count at
 * once; their place in the tenant's chain follows when they are sealed.
 */
@ApplicationScoped
public class Ledger {

    private final TransferStore transfers;
    private final BalanceStore balances;

    public Ledger(TransferStore transfers, BalanceStore balances) {
        this.transfers = transfers;
        this.balances = balances;
    }

    /** Posts the transfer and answers its id. The database refuses a second one of that kind for the reference. */
    public UUID post(Handle sql, String tenant, Subject subject, Transfer transfer) {
        return insert(sql, tenant, subject, transfer, Phase.DIRECT);
    }

    /** Posts all of them in one statement, or none: the database refuses a second one of a kind for a reference. */
    public void post(Handle sql, List<Posting> postings) {
        transfers.insert(sql, direct(postings));
    }

    private static List<NewTransfer> direct(List<Posting> postings) {
        return postings.stream()
                .map(posting -> new NewTransfer(TimeOrderedId.next(), posting, Phase.DIRECT))
                .toList();
    }

    /**
     * Posts those of them that were not posted before, all in one statement; answers how many. None of them corrects
     * another.
     */
    public int postNew(Handle sql, List<Posting> postings) {
        return postings.isEmpty() ? 0 : transfers.insertNew(sql, direct(postings));
    }

    /**
     * Sets money aside until {@link #postReserved} or {@link #voidReserved}. Reservations of one party wait for each
     * other, so that together they never exceed what is owed.
     *
     * @return the reservation's id; empty when a party is owed less than is to be taken from its account
     */
    public Optional<UUID> reserve(Handle sql, String tenant, Subject subject, Transfer transfer) {
        List<Entry> taken = transfer.entries().stream()
                .filter(entry -> entry.party() != null && entry.side() == Side.DEBIT)
                .sorted(Comparator.comparing(Entry::account).thenComparing(entry -> String.valueOf(entry.party())))
                .toList();
        taken.forEach(entry -> balances.lock(sql, AccountKey.of(tenant, entry)));
        boolean covered = taken.stream()
                .allMatch(
                        entry -> balances.get(sql, AccountKey.of(tenant, entry)).availableRwf() >= entry.amount());
        return covered ? Optional.of(insert(sql, tenant, subject, transfer, Phase.RESERVE)) : Optional.empty();
    }

    /**
     * What was reserved took place.
     *
     * @throws IllegalArgumentException when the tenant has no such reservation
     */
    public Resolution postReserved(Handle sql, String tenant, UUID reservation) {
        return resolve(sql, tenant, reservation, Phase.POST);
    }

    /**
     * What was reserved did not take place.
     *
     * @throws IllegalArgumentException when the tenant has no such reservation
     */
    public Resolution voidReserved(Handle sql, String tenant, UUID reservation) {
        return resolve(sql, tenant, reservation, Phase.VOID);
    }

    /** Makes other reservations of that account wait until the transaction ends, so that what is read of it stays true. */
    public void lock(Handle sql, AccountKey account) {
        balances.lock(sql, account);
    }

    /** The account as it stands with all that is committed, sealed or not. */
    public Counters counters(Handle sql, AccountKey account) {
        return balances.get(sql, account);
    }

    private UUID insert(Handle sql, String tenant, Subject subject, Transfer transfer, Phase phase) {
        UUID transferId = TimeOrderedId.next();
        Posting posting = new Posting(tenant, subject, transfer);
        transfers.insert(sql, List.of(new NewTransfer(transferId, posting, phase)));
        return transferId;
    }

    private Resolution resolve(Handle sql, String tenant, UUID reservation, Phase phase) {
        if (transfers.resolve(sql, TimeOrderedId.next(), tenant, reservation, phase)) {
            return Resolution.DONE;
        }
        Phase before = transfers
                .findResolution(sql, tenant, reservation)
                .orElseThrow(() -> new IllegalArgumentException("there is no reservation " + reservation));
        return before == phase ? Resolution.DONE_BEFORE : Resolution.RESOLVED_OTHERWISE;
    }
}
