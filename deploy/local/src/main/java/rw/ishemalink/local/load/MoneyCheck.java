package rw.ishemalink.local.load;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Whether our books say what the providers say. The truth is in the providers' settlement files: each franc that moved there
 * must be ours, once, and no other.
 */
public final class MoneyCheck {

    private final Database database;
    private final Settlements settlements;

    MoneyCheck(Database database, Settlements settlements) {
        this.database = database;
        this.settlements = settlements;
    }

    /** A movement of money as payment-service has it. */
    private record Ours(UUID reference, UUID paymentId, boolean moved) {}

    private record Paid(UUID paymentId, String status, long total) {}

    /**
     * What was found; everything but payments and moved must be nothing.
     *
     * @param payments by status
     * @param moved successes in the settlement files
     * @param open payments and movements that nobody has decided yet
     * @param unaccounted successes at a provider of which we do not know
     * @param imagined successes of ours of which the provider does not know
     * @param twice bookings for which more was kept than they cost
     * @param keptForDead bookings that ended unpaid and whose money we still have
     * @param missing bookings that count as paid, without the money
     * @param ledgerDifference debits less credits
     * @param clearingDifference what the clearing accounts say less what the providers say
     * @param owedBack what refunds are still owed
     */
    public record Found(
            Map<String, Long> payments,
            long moved,
            long open,
            long unaccounted,
            long imagined,
            long twice,
            long keptForDead,
            long missing,
            long ledgerDifference,
            long clearingDifference,
            long owedBack) {

        public Found {
            payments = Map.copyOf(payments);
        }

        /** Whether nothing is wrong. */
        public boolean isRight() {
            return open == 0
                    && unaccounted == 0
                    && imagined == 0
                    && twice == 0
                    && keptForDead == 0
                    && missing == 0
                    && ledgerDifference == 0
                    && clearingDifference == 0
                    && owedBack == 0;
        }
    }

    /** How many payments, movements and payouts are not decided. */
    public long countOpen() {
        return database.count("""
                select (select count(*) from payment where status in ('PENDING', 'REFUNDING'))
                     + (select count(*) from movement where status in ('CREATED', 'UNKNOWN', 'PROMPTED'))
                     + (select count(*) from payout where status in ('CREATED', 'UNKNOWN', 'PROMPTED'))""");
    }

    /** How many payments there are. */
    public long countPayments() {
        return database.count("select count(*) from payment");
    }

    /** Compares everything. */
    public Found compare() {
        List<Settlements.Line> lines = settlements.listMoved();
        Map<UUID, Ours> collections = listOurs("COLLECTION", "reference");
        Map<UUID, Ours> refunds = listOurs("REFUND", "reference");
        Map<UUID, Ours> refundsByCollection = listOurs("REFUND", "refund_of");
        Set<UUID> payouts = listPayouts();
        Map<UUID, Long> kept = new HashMap<>();
        List<Settlements.Line> unaccounted = new ArrayList<>();
        for (Settlements.Line line : lines) {
            UUID reference = line.reference();
            Optional<Ours> ours = Optional.ofNullable(
                            switch (line.kind()) {
                                case COLLECTION -> collections.get(reference);
                                case REFUND -> refunds.getOrDefault(reference, refundsByCollection.get(reference));
                                case TRANSFER -> null;
                            })
                    .filter(Ours::moved);
            ours.ifPresent(one -> kept.merge(one.paymentId(), line.signedAmount(), Long::sum));
            if (ours.isEmpty() && !payouts.contains(reference)) {
                unaccounted.add(line);
            }
        }
        long moved = collections.values().stream().filter(Ours::moved).count()
                + refunds.values().stream().filter(Ours::moved).count()
                + payouts.size();
        long accounted = (long) lines.size() - unaccounted.size();
        return found(lines, kept, unaccounted.size(), Math.max(0, moved - accounted));
    }

    private Found found(List<Settlements.Line> lines, Map<UUID, Long> kept, long unaccounted, long imagined) {
        List<Paid> payments = database.list(
                "select payment_id, status, total from payment",
                row -> new Paid(row.getObject(1, UUID.class), row.getString(2), row.getLong(3)));
        long twice = 0;
        long keptForDead = 0;
        long missing = 0;
        for (Paid payment : payments) {
            long have = kept.getOrDefault(payment.paymentId(), 0L);
            boolean paid = payment.status().equals("SUCCEEDED");
            twice += have > payment.total() ? 1 : 0;
            keptForDead += !paid && have > 0 ? 1 : 0;
            missing += have < (paid ? payment.total() : 0L) ? 1 : 0;
        }
        return new Found(
                payments.stream().collect(groupingBy(Paid::status, summingLong(_ -> 1L))),
                lines.size(),
                countOpen(),
                unaccounted,
                imagined,
                twice,
                keptForDead,
                missing,
                balance("true"),
                balance("account like 'PAYER_CLEARING%'")
                        - lines.stream()
                                .mapToLong(Settlements.Line::signedAmount)
                                .sum(),
                -balance("account = 'REFUNDS_PAYABLE'"));
    }

    private Map<UUID, Ours> listOurs(String kind, String key) {
        return database
                .list(
                        """
                        select %s, reference, payment_id, status in ('SUCCEEDED', 'SURPLUS') from movement
                         where kind = '%s' and (kind = 'COLLECTION' or status <> 'FAILED')""".formatted(key, kind),
                        row -> Map.entry(
                                row.getObject(1, UUID.class),
                                new Ours(
                                        row.getObject(2, UUID.class), row.getObject(3, UUID.class), row.getBoolean(4))))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Set<UUID> listPayouts() {
        return Set.copyOf(database.list(
                "select reference from payout where status = 'SUCCEEDED'", row -> row.getObject(1, UUID.class)));
    }

    /** Debits less credits of what is posted. */
    private long balance(String which) {
        return database.count("""
                select coalesce(sum(debits_posted - credits_posted), 0) from ledger_effect where\s""" + which);
    }
}
