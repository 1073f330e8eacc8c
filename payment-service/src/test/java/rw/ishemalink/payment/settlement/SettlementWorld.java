package rw.ishemalink.payment.settlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.payment.collecting.MovementState;
import rw.ishemalink.payment.collecting.MovementState.Succeeded;
import rw.ishemalink.payment.collecting.Msisdn;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.collecting.Wallet;
import rw.ishemalink.payment.ledger.Account;
import rw.ishemalink.payment.ledger.AccountKey;
import rw.ishemalink.payment.ledger.Postings;
import rw.ishemalink.payment.ledger.Subject;
import rw.ishemalink.payment.ledger.Transfer;
import rw.ishemalink.payment.payees.DriverNews;
import rw.ishemalink.payment.payouts.Origin;
import rw.ishemalink.payment.payouts.PartyPayout;
import rw.ishemalink.payment.payouts.PlayedProvider;
import rw.ishemalink.payment.payouts.store.PayoutStore.Wanted;

/** A tenant's days, made up: deliveries, refunds, payouts, settlements, and transactions that their owner gives up. */
final class SettlementWorld {

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 2);
    private static final long DEAREST = 15_000;

    /** A share that was earned. */
    private record Earned(AccountKey account, Transfer transfer, UUID transferId) {}

    /** A transaction that its owner gives up at the very end. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    final String tenant = "tenant-" + UUID.randomUUID();
    final List<AccountKey> parties;
    final Set<AccountKey> mayOwe = new HashSet<>();
    final List<UUID> runs = new ArrayList<>();
    final PlayedProvider provider;
    private final SettlementDatabase database;
    private final Random random;
    private final List<Earned> earned = new ArrayList<>();
    private int days;

    SettlementWorld(SettlementDatabase database, long seed) {
        this.database = database;
        this.random = new Random(seed);
        this.provider = new PlayedProvider(database.payoutStore, database.outcomes, random);
        this.parties = Stream.generate(this::party).limit(1 + random.nextInt(6)).toList();
    }

    private AccountKey party() {
        Account account = random.nextBoolean() ? Account.DRIVER_PAYABLE : Account.OPERATOR_PAYABLE;
        AccountKey key = new AccountKey(tenant, account, UUID.randomUUID());
        UUID party = Objects.requireNonNull(key.party());
        Msisdn phone = Msisdn.of("+250788123456");
        Provider through = random.nextBoolean() ? Provider.MTN : Provider.AIRTEL;
        database.books.jdbi.useTransaction(sql -> {
            database.payees.keepDriver(sql, new DriverNews(party, tenant, phone, null, true, 1));
            database.payees.keepOperator(sql, tenant, party);
            if (random.nextInt(5) > 0) {
                database.payees.addWallet(sql, key, new Wallet(through, phone), null);
            }
        });
        return key;
    }

    /** Anything that can happen. */
    void step() {
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> deliver();
            case 3 -> reverse();
            case 4, 5 -> wish();
            case 6, 7, 8 -> work();
            case 9 ->
                provider(payout -> {
                    if (provider.goesBackOn(payout)) {
                        mayOwe.add(payout.account());
                    }
                });
            case 10 -> endDay();
            default -> page();
        }
        if (random.nextInt(6) == 0) {
            openDay();
        }
    }

    private void deliver() {
        AccountKey account = any(parties);
        UUID booking = UUID.randomUUID();
        long amount = 1 + random.nextLong(DEAREST);
        Transfer share = Postings.shareEarned(
                booking, account.account(), Objects.requireNonNull(account.party()), amount / 5, amount);
        transaction(sql -> {
            UUID id = database.books.ledger.post(sql, tenant, Subject.booking(booking), share);
            return () -> earned.add(new Earned(account, share, id));
        });
    }

    private void reverse() {
        if (!earned.isEmpty()) {
            Earned one = earned.remove(random.nextInt(earned.size()));
            mayOwe.add(one.account());
            database.books.jdbi.useTransaction(sql -> database.books.ledger.post(
                    sql,
                    tenant,
                    Subject.booking(one.transfer().reference()),
                    Postings.shareReversed(one.transfer(), one.transferId())));
        }
    }

    private void wish() {
        AccountKey account = any(parties);
        Long asked = random.nextBoolean() ? null : 1 + random.nextLong(DEAREST);
        Origin origin = Origin.request(UUID.randomUUID(), UUID.randomUUID(), asked);
        transaction(sql -> {
            database.payouts.order(sql, account, Long.MAX_VALUE, origin);
            return () -> {};
        });
    }

    private void work() {
        provider(payout -> work(payout, true));
    }

    private void work(PartyPayout payout, boolean maybeKilled) {
        Optional<Runnable> claimed =
                database.books.jdbi.inTransaction(sql -> provider.claim(sql, payout.reference(), work -> {
                    if (maybeKilled) {
                        transaction(tx -> {
                            work.accept(tx);
                            return () -> {};
                        });
                    } else {
                        database.books.jdbi.useTransaction(work::accept);
                    }
                }));
        // Whoever is killed here leaves a claim behind, and an order that counts as sent.
        if (!maybeKilled || random.nextInt(5) > 0) {
            claimed.ifPresent(Runnable::run);
        }
    }

    private void provider(Consumer<PartyPayout> work) {
        List<PartyPayout> all = payouts();
        if (!all.isEmpty()) {
            work.accept(any(all));
        }
    }

    private void endDay() {
        database.endOf(tenant, FIRST_DAY.plusDays(days));
        days++;
    }

    private void openDay() {
        if (days > 0) {
            RunKind kind = any(List.of(RunKind.values()));
            LocalDate day = FIRST_DAY.plusDays(random.nextInt(days));
            transaction(sql -> {
                Run run = database.opening(Map.of())
                        .open(sql, tenant, kind, day, null)
                        .orElseThrow()
                        .run();
                return () -> {
                    if (!runs.contains(run.runId())) {
                        runs.add(run.runId());
                    }
                };
            });
        }
    }

    private void page() {
        if (!runs.isEmpty()) {
            UUID run = any(runs);
            transaction(sql -> {
                database.pages.next(sql, run);
                return () -> {};
            });
        }
    }

    /** Days end and are settled and all answers come in, until a day's settlement pays nobody any more. */
    void comesToRest() {
        int before;
        do {
            payouts().forEach(this::allIsHeard);
            before = payouts().size();
            endDay();
            settleAllDays();
        } while (payouts().size() > before);
    }

    /** A refusal that the provider went back on is heard of by a callback. */
    private void allIsHeard(PartyPayout payout) {
        provider.decideNow(payout);
        while (state(payout).open()
                || (provider.moved().containsKey(payout.reference()) && !(state(payout) instanceof Succeeded))) {
            work(payout, false);
        }
    }

    private MovementState state(PartyPayout payout) {
        return database.books
                .jdbi
                .<PartyPayout, RuntimeException>withHandle(
                        sql -> database.payoutStore.getLocked(sql, payout.reference()))
                .state();
    }

    private void settleAllDays() {
        for (int day = 0; day < days; day++) {
            for (RunKind kind : RunKind.values()) {
                LocalDate date = FIRST_DAY.plusDays(day);
                UUID run = database.books.jdbi.inTransaction(sql -> database.opening(Map.of())
                        .open(sql, tenant, kind, date, null)
                        .orElseThrow()
                        .run()
                        .runId());
                if (!runs.contains(run)) {
                    runs.add(run);
                }
                while (!database.run(run).done()) {
                    database.books.jdbi.useTransaction(sql -> database.pages.next(sql, run));
                }
            }
        }
    }

    List<PartyPayout> payouts() {
        return database.books.jdbi.withHandle(
                sql -> database.payoutStore.list(sql, tenant, new Wanted(null, Long.MAX_VALUE, 10_000)));
    }

    /** Work whose transaction may be given up at the end; only if it was not, what it says afterwards happens. */
    private void transaction(Function<Handle, Runnable> work) {
        boolean killed = random.nextInt(4) == 0;
        try {
            Runnable after = database.books.jdbi.inTransaction(sql -> {
                Runnable done = work.apply(sql);
                if (killed) {
                    throw new Killed();
                }
                return done;
            });
            after.run();
        } catch (Killed e) {
            Thread.onSpinWait();
        }
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
