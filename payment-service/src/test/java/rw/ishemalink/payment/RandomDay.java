package rw.ishemalink.payment;

import static rw.ishemalink.kit.testing.Patience.await;
import static rw.ishemalink.payment.SettlementFiles.line;

import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.EmptyHandling;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.collecting.StatementLine;
import rw.ishemalink.payment.collecting.StatementLine.Kind;
import rw.ishemalink.payment.collecting.StatementLine.Status;

/** A day of two providers as chance makes it: what was paid, what the statements say of it, and where they differ. */
final class RandomDay {

    /** A day of a provider. */
    record ProvidersDay(Provider provider, LocalDate day) {}

    private enum What {
        AGREES,
        MISSING_THERE,
        AMOUNT_DIFFERS,
        STATUS_DIFFERS,
        FAILED_HERE,
        FAILED_HERE_FOUND_BY_ASKING,
        UNDECIDED_HERE,
        WENT_BACK,
        WENT_BACK_HERE_ONLY,
        FOREIGN_IN,
        FOREIGN_OUT,
        ON_BOTH_DAYS
    }

    private static final ZoneId KIGALI = ZoneId.of("Africa/Kigali");
    private static final int MOST_MOVEMENTS = 30;
    private static final long GRACE_SECONDS = 7_200;
    private static final long DAY_SECONDS = 86_400;

    /** All files that any of these days' providers ever offered, as they are offered now. */
    private static final Map<ProvidersDay, List<StatementLine>> FILES = new ConcurrentHashMap<>();

    private final Random random;
    private final UnitOfWork unitOfWork;
    private final Mtn mtn;
    private final Airtel airtel;
    private final String tenant = "tenant-" + UUID.randomUUID();
    private final LocalDate day = Comparisons.freshDay();
    private final Set<UUID> goBack = new HashSet<>();

    RandomDay(Random random, UnitOfWork unitOfWork, Mtn mtn, Airtel airtel) {
        this.random = random;
        this.unitOfWork = unitOfWork;
        this.mtn = mtn;
        this.airtel = airtel;
        for (Provider provider : Provider.values()) {
            listDays(provider).forEach(one -> FILES.put(one, new ArrayList<>()));
        }
        for (int left = random.nextInt(MOST_MOVEMENTS) + 1; left > 0; left--) {
            happens(What.values()[random.nextInt(What.values().length)]);
        }
    }

    /** What the provider holds by all statements: collections less refunds, transfers and fees, each transaction once. */
    static long moneyAt(Provider provider) {
        Map<String, StatementLine> byTransaction = new HashMap<>();
        FILES.entrySet().stream()
                .filter(file -> file.getKey().provider() == provider)
                .sorted(Map.Entry.comparingByKey((one, other) -> one.day().compareTo(other.day())))
                .flatMap(file -> file.getValue().stream())
                .forEach(one -> byTransaction.put(one.kind() + one.reference() + one.transactionId(), one));
        return byTransaction.values().stream().mapToLong(RandomDay::money).sum();
    }

    private static long money(StatementLine one) {
        long amountRwf = one.status() == Status.SUCCEEDED ? one.amountRwf() : 0;
        return (one.kind() == Kind.COLLECTION ? amountRwf : -amountRwf) - one.feeRwf();
    }

    List<ProvidersDay> listDaysShuffled() {
        List<ProvidersDay> all = new ArrayList<>(
                Stream.of(Provider.values()).flatMap(this::listDays).toList());
        Collections.shuffle(all, random);
        return all;
    }

    private Stream<ProvidersDay> listDays(Provider provider) {
        return day.minusDays(1).datesUntil(day.plusDays(3)).map(one -> new ProvidersDay(provider, one));
    }

    private static List<StatementLine> file(ProvidersDay one) {
        return Objects.requireNonNull(FILES.get(one));
    }

    void offerAll() {
        for (ProvidersDay one : listDaysShuffled()) {
            List<StatementLine> lines = file(one);
            Collections.shuffle(lines, random);
            SettlementFiles.of(one.provider()).offer(one.day(), lines);
        }
    }

    private void happens(What what) {
        Provider provider = random.nextBoolean() ? Provider.MTN : Provider.AIRTEL;
        Instant at = day.atStartOfDay(KIGALI).toInstant().plusSeconds(random.nextLong(DAY_SECONDS));
        long amountRwf = 1_000L + random.nextInt(19_000);
        long feeRwf = random.nextInt(200);
        unitOfWork.run(tx -> {
            PastMoney money = new PastMoney(tx.sql(), tenant, provider);
            switch (what) {
                case AGREES -> says(provider, money.paid(amountRwf, at), amountRwf, feeRwf, Status.SUCCEEDED, at);
                case MISSING_THERE -> money.paid(amountRwf, at);
                case AMOUNT_DIFFERS -> {
                    long other = amountRwf + random.nextInt(900) - 450;
                    says(provider, money.paid(amountRwf, at), other, feeRwf, Status.SUCCEEDED, at);
                }
                case STATUS_DIFFERS -> says(provider, money.paid(amountRwf, at), amountRwf, 0, Status.FAILED, at);
                case FAILED_HERE ->
                    says(provider, money.refused(amountRwf, at), amountRwf, feeRwf, Status.SUCCEEDED, at);
                case FAILED_HERE_FOUND_BY_ASKING -> {
                    UUID attempt = money.refused(amountRwf, at);
                    succeeds(provider, attempt);
                    says(provider, attempt, amountRwf, feeRwf, Status.SUCCEEDED, at);
                }
                case UNDECIDED_HERE ->
                    says(provider, money.undecided(amountRwf, at), amountRwf, feeRwf, Status.SUCCEEDED, at);
                case WENT_BACK -> wentBack(money, provider, amountRwf, feeRwf, at, true);
                case WENT_BACK_HERE_ONLY -> wentBack(money, provider, amountRwf, feeRwf, at, false);
                case FOREIGN_IN -> foreign(provider, Kind.COLLECTION, amountRwf, feeRwf, at);
                case FOREIGN_OUT ->
                    foreign(provider, random.nextBoolean() ? Kind.REFUND : Kind.TRANSFER, amountRwf, feeRwf, at);
                case ON_BOTH_DAYS -> {
                    UUID paid = money.paid(amountRwf, at);
                    StatementLine one = line(paid.toString(), Kind.COLLECTION, amountRwf, feeRwf, Status.SUCCEEDED, at);
                    file(new ProvidersDay(provider, day)).add(one);
                    file(new ProvidersDay(provider, day.plusDays(1))).add(one);
                }
            }
        });
    }

    private void wentBack(
            PastMoney money, Provider provider, long amountRwf, long feeRwf, Instant at, boolean thereToo) {
        UUID attempt = money.paidLate(amountRwf, at);
        UUID refund = money.refundOf(attempt, amountRwf, at);
        says(provider, attempt, amountRwf, feeRwf, Status.SUCCEEDED, at);
        if (thereToo) {
            says(provider, line(name(provider, attempt, refund), Kind.REFUND, amountRwf, 0, Status.SUCCEEDED, at));
        }
    }

    /** Airtel names a refund like the collection. */
    private static String name(Provider provider, UUID attempt, UUID refund) {
        return (provider == Provider.AIRTEL ? attempt : refund).toString();
    }

    private void foreign(Provider provider, Kind kind, long amountRwf, long feeRwf, Instant at) {
        String name = random.nextBoolean() ? UUID.randomUUID().toString() : "till " + random.nextInt(Integer.MAX_VALUE);
        says(provider, line(name, kind, amountRwf, feeRwf, Status.SUCCEEDED, at));
    }

    private void says(Provider provider, UUID attempt, long amountRwf, long feeRwf, Status status, Instant at) {
        says(provider, line(attempt.toString(), Kind.COLLECTION, amountRwf, feeRwf, status, at));
    }

    /** On its day or, near midnight, maybe on the neighbouring one. */
    private void says(Provider provider, StatementLine one) {
        long shiftSeconds = random.nextLong(2 * GRACE_SECONDS) - GRACE_SECONDS;
        LocalDate on = LocalDate.ofInstant(one.at().plusSeconds(shiftSeconds), KIGALI);
        file(new ProvidersDay(provider, on)).add(one);
    }

    private void succeeds(Provider provider, UUID attempt) {
        switch (provider) {
            case MTN -> mtn.succeeds(attempt);
            case AIRTEL -> airtel.refundsWithoutASay(attempt);
        }
        goBack.add(attempt);
    }

    /** The money of the case's attempt goes back once it is booked. */
    void letGoBack(JsonPath one) {
        UUID attempt = UUID.fromString(one.getString("movement"));
        if (one.getString("provider").equals("AIRTEL")) {
            airtel.refundsWithoutASay(attempt);
        }
        goBack.add(attempt);
    }

    /** Awaits that late money went back, and lets the last day's statements tell of that. */
    void awaitWhatWasFoundByAsking() {
        await().until(() -> countRefunded() == goBack.size());
        unitOfWork.read(sql -> sql.createQuery("""
                        select r.provider, r.reference, r.refund_of, p.total
                          from movement r join payment p using (payment_id)
                         where r.refund_of in (<attempts>) and r.status = 'SUCCEEDED'""")
                .bindList(EmptyHandling.NULL_KEYWORD, "attempts", List.copyOf(goBack))
                .map((row, context) -> {
                    Provider provider = Provider.valueOf(row.getString("provider"));
                    UUID attempt = Objects.requireNonNull(row.getObject("refund_of", UUID.class));
                    UUID refund = Objects.requireNonNull(row.getObject("reference", UUID.class));
                    StatementLine said = line(
                            name(provider, attempt, refund),
                            Kind.REFUND,
                            row.getLong("total"),
                            0,
                            Status.SUCCEEDED,
                            day.plusDays(2).atStartOfDay(KIGALI).toInstant());
                    List<StatementLine> lastDay = file(new ProvidersDay(provider, day.plusDays(2)));
                    return lastDay.contains(said) || lastDay.add(said);
                })
                .list());
        offerAll();
    }

    private int countRefunded() {
        return goBack.isEmpty()
                ? 0
                : unitOfWork.read(sql -> sql.createQuery("""
                                select count(*) from movement
                                 where refund_of in (<attempts>) and status = 'SUCCEEDED'""")
                        .bindList("attempts", List.copyOf(goBack))
                        .mapTo(Integer.class)
                        .one());
    }

    /** The provider mends its statements: they now say of the case's movement what our books say. */
    void mend(JsonPath one) {
        Provider provider = Provider.valueOf(one.getString("provider"));
        Kind kind = Kind.valueOf(one.getString("movementKind"));
        String reference = one.getString("reference");
        long feeRwf = one.getLong("theirs.feeRwf");
        listDays(provider).forEach(that -> file(that)
                .removeIf(line -> line.kind() == kind && line.reference().equals(reference)));
        boolean moved = "MOVED".equals(one.getString("ours.state"));
        if (one.getString("movement") != null && (moved || feeRwf > 0)) {
            file(new ProvidersDay(provider, day))
                    .add(line(
                            reference,
                            kind,
                            one.getLong("ours.amountRwf"),
                            feeRwf,
                            moved ? Status.SUCCEEDED : Status.FAILED,
                            day.atStartOfDay(KIGALI).toInstant()));
        }
    }
}
