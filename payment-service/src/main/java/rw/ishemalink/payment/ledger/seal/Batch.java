package rw.ishemalink.payment.ledger.seal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import rw.ishemalink.kit.chain.Seal;
import rw.ishemalink.payment.ledger.AccountKey;
import rw.ishemalink.payment.ledger.Counters;
import rw.ishemalink.payment.ledger.Phase;

/**
 * What sealing a few transfers comes to: their places, how accounts stood after each entry, and how chains and accounts
 * stand at the end.
 */
public final class Batch {

    /** A transfer's place. */
    public record Sealed(UUID transferId, String tenant, Seal seal) {}

    /** How an account stood after an entry. */
    public record Line(AccountKey account, long sequence, long entryId, Counters after) {}

    private final Map<String, Seal> heads;
    private final Map<AccountKey, Counters> accounts;
    private final List<Sealed> sealed = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    private Batch(Map<String, Seal> heads, Map<AccountKey, Counters> accounts) {
        this.heads = new HashMap<>(heads);
        this.accounts = new HashMap<>(accounts);
    }

    /**
     * Seals the transfers in that order.
     *
     * @param heads where the tenants' chains end, of those that have one
     * @param accounts how the accounts stand, of those that have entries
     */
    public static Batch of(
            List<Booked> transfers, Map<String, Seal> heads, Map<AccountKey, Counters> accounts, Instant now) {
        Batch batch = new Batch(heads, accounts);
        transfers.forEach(transfer -> batch.add(transfer, now));
        return batch;
    }

    private void add(Booked transfer, Instant now) {
        Seal seal = Chain.next(heads.getOrDefault(transfer.tenant(), Seal.GENESIS), transfer, now);
        heads.put(transfer.tenant(), seal);
        sealed.add(new Sealed(transfer.transferId(), transfer.tenant(), seal));
        Phase phase = Phase.valueOf(transfer.phase());
        for (BookedEntry booked : transfer.listEntries()) {
            AccountKey account = AccountKey.of(transfer.tenant(), booked.entry());
            count(account, phase, booked, seal.sequence());
            if (account.party() != null) {
                count(account.ofAllParties(), phase, booked, seal.sequence());
            }
        }
    }

    private void count(AccountKey account, Phase phase, BookedEntry booked, long sequence) {
        Counters after = accounts.getOrDefault(account, Counters.ZERO).plus(phase, booked.entry());
        accounts.put(account, after);
        lines.add(new Line(account, sequence, booked.entryId(), after));
    }

    /** The accounts that the transfers touch. */
    public static Set<AccountKey> accountsOf(List<Booked> transfers) {
        Set<AccountKey> keys = new LinkedHashSet<>();
        for (Booked transfer : transfers) {
            for (BookedEntry booked : transfer.listEntries()) {
                AccountKey account = AccountKey.of(transfer.tenant(), booked.entry());
                keys.add(account);
                keys.add(account.ofAllParties());
            }
        }
        return keys;
    }

    /** Places, in order. */
    public List<Sealed> sealed() {
        return List.copyOf(sealed);
    }

    /** Lines, in order. */
    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /** Where the chains end now. */
    public Map<String, Seal> heads() {
        return Map.copyOf(heads);
    }

    /** How the accounts stand now. */
    public Map<AccountKey, Counters> accounts() {
        return Map.copyOf(accounts);
    }
}
