package rw.ishemalink.payment.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.payment.ledger.Account.DRIVER_PAYABLE;
import static rw.ishemalink.payment.ledger.Account.PAYER_CLEARING_MTN;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import rw.ishemalink.payment.ledger.statement.LineKey;
import rw.ishemalink.payment.ledger.statement.Statement;
import rw.ishemalink.payment.ledger.statement.StatementLine;
import rw.ishemalink.payment.ledger.statement.Statements.Wanted;

/**
 * The books on a real PostgreSQL, written by many threads at once, some of whose transactions are given up half-way,
 * sealed by two sealers meanwhile, one of which keeps dying.
 */
class LedgerDatabaseProperties {

    private static final int WRITERS = 8;
    private static final int STEPS = 25;
    private static final int PAGE = 7;

    private static final LedgerDatabase DATABASE = new LedgerDatabase();

    /** One run's tenant, its parties, and what the books must come to. */
    private static final class World {
        final String tenant = "tenant-" + UUID.randomUUID();
        final List<UUID> parties;
        final Map<AccountKey, Counters> expected = new ConcurrentHashMap<>();
        final ConcurrentLinkedQueue<Transfer> posted = new ConcurrentLinkedQueue<>();
        final ConcurrentLinkedQueue<UUID> reservations = new ConcurrentLinkedQueue<>();
        final Map<UUID, Transfer> reserved = new ConcurrentHashMap<>();
        final Map<UUID, Phase> resolved = new ConcurrentHashMap<>();

        World(int parties) {
            this.parties = Stream.generate(UUID::randomUUID).limit(parties).toList();
        }

        void count(Phase phase, Transfer transfer) {
            for (Entry entry : transfer.entries()) {
                AccountKey account = AccountKey.of(tenant, entry);
                merge(account, phase, entry);
                if (account.party() != null) {
                    merge(account.ofAllParties(), phase, entry);
                }
            }
        }

        private void merge(AccountKey account, Phase phase, Entry entry) {
            expected.compute(account, (key, before) -> (before == null ? Counters.ZERO : before).plus(phase, entry));
        }
    }

    /** A transaction that its owner gives up. */
    private static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void whatever_happens_at_once_the_books_balance_and_every_statement_adds_up(
            @ForAll @IntRange(min = 1, max = 4) int parties, @ForAll long seed) throws Exception {
        World world = new World(parties);

        inParallel(world, seed);
        Balance unsealed = DATABASE.balance(world.tenant);
        DATABASE.sealAll();

        Balance balance = DATABASE.balance(world.tenant);
        assertThat(balance.difference()).isZero();
        assertThat(balance.accounts().stream()
                        .mapToLong(Balance.AccountBalance::pending)
                        .sum())
                .isZero();
        assertThat(balance.accounts()).as("sealing changes no balance").isEqualTo(unsealed.accounts());
        assertThat(balance.waiting()).isZero();
        world.expected.forEach((account, counters) -> assertAccount(account, counters));
        assertThat(DATABASE.verify(world.tenant).findings()).isEmpty();
        assertThat(transfers(world)).isEqualTo(DATABASE.verify(world.tenant).sealed());
        assertEveryMomentBalances(world);
    }

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void concurrent_reservations_never_exceed_what_is_owed(
            @ForAll @IntRange(min = 1, max = 10_000) int owed, @ForAll long seed) throws Exception {
        World world = new World(1);
        UUID driver = world.parties.getFirst();
        post(world, Postings.shareEarned(UUID.randomUUID(), DRIVER_PAYABLE, driver, 0, owed));
        Random random = new Random(seed);
        List<Long> amounts = random.longs(4L * WRITERS, 1, owed + 1L).boxed().toList();
        run(amounts.stream()
                .<Callable<Object>>map(amount -> () -> reserve(world, driver, amount))
                .toList());

        Counters counters = DATABASE.jdbi.withHandle(
                sql -> DATABASE.ledger.counters(sql, new AccountKey(world.tenant, DRIVER_PAYABLE, driver)));
        assertThat(counters.availableRwf()).isNotNegative();
        assertThat(amounts)
                .as("none that fits was refused")
                .filteredOn(amount -> amount <= counters.availableRwf())
                .hasSizeLessThanOrEqualTo(world.reserved.size());
        assertThat(counters.debitsPending())
                .isEqualTo(world.reserved.values().stream()
                        .mapToLong(payout -> payout.entries().getFirst().amount())
                        .sum());
    }

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void of_all_who_post_or_void_a_reservation_at_once_one_wins_and_the_others_are_told(@ForAll long seed)
            throws Exception {
        World world = new World(1);
        UUID driver = world.parties.getFirst();
        post(world, Postings.shareEarned(UUID.randomUUID(), DRIVER_PAYABLE, driver, 0, 1_000));
        UUID reservation = reserve(world, driver, 1_000).orElseThrow();
        Random random = new Random(seed);
        List<Phase> ways = Stream.generate(() -> random.nextBoolean() ? Phase.POST : Phase.VOID)
                .limit(WRITERS)
                .toList();
        List<Object> outcomes = run(ways.stream()
                .<Callable<Object>>map(way -> () -> resolve(world, reservation, way))
                .toList());

        assertThat(outcomes).containsOnlyOnce(Resolution.DONE);
        Phase winner = ways.get(outcomes.indexOf(Resolution.DONE));
        assertThat(outcomes)
                .filteredOn(outcome -> outcome != Resolution.DONE)
                .containsExactlyElementsOf(IntStream.range(0, WRITERS)
                        .filter(i -> outcomes.get(i) != Resolution.DONE)
                        .mapToObj(i -> ways.get(i) == winner ? Resolution.DONE_BEFORE : Resolution.RESOLVED_OTHERWISE)
                        .toList());
    }

    private void inParallel(World world, long seed) throws Exception {
        AtomicBoolean sealing = new AtomicBoolean(true);
        try (ExecutorService sealers = Executors.newFixedThreadPool(2)) {
            Future<?> steady = sealers.submit(() -> seal(sealing, false));
            Future<?> dying = sealers.submit(() -> seal(sealing, true));
            try {
                run(IntStream.range(0, WRITERS)
                        .<Callable<Object>>mapToObj(writer -> () -> write(world, new Random(seed + writer)))
                        .toList());
            } finally {
                sealing.set(false);
            }
            steady.get();
            dying.get();
        }
    }

    private void seal(AtomicBoolean sealing, boolean dies) {
        while (sealing.get()) {
            try {
                DATABASE.jdbi.useTransaction(sql -> {
                    DATABASE.sealing.seal(sql, PAGE);
                    if (dies) {
                        throw new GivenUp();
                    }
                });
            } catch (GivenUp e) {
                Thread.onSpinWait();
            }
        }
    }

    private static List<Object> run(List<Callable<Object>> work) throws Exception {
        List<Object> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            for (Future<Object> done : threads.invokeAll(work)) {
                outcomes.add(done.get());
            }
        }
        return outcomes;
    }

    private boolean write(World world, Random random) {
        for (int step = 0; step < STEPS; step++) {
            UUID party = world.parties.get(random.nextInt(world.parties.size()));
            switch (random.nextInt(8)) {
                case 0 -> postAgain(world);
                case 1 -> giveUp(world, random, party);
                case 2 -> reserve(world, party, 1 + random.nextLong(500_000));
                case 3 -> resolveAny(world, random.nextBoolean() ? Phase.POST : Phase.VOID);
                default -> post(world, deed(random).transfer(random, party));
            }
        }
        return true;
    }

    private static Deed deed(Random random) {
        List<Deed> all = List.of(Deed.values());
        return all.get(random.nextInt(all.size()));
    }

    private void post(World world, Transfer transfer) {
        DATABASE.jdbi.useTransaction(sql -> post(sql, world, transfer));
        world.count(Phase.DIRECT, transfer);
        world.posted.add(transfer);
    }

    private void post(Handle sql, World world, Transfer transfer) {
        DATABASE.ledger.post(sql, world.tenant, Subject.payout(transfer.reference()), transfer);
    }

    /** What was posted before is refused. */
    private void postAgain(World world) {
        Transfer known = world.posted.poll();
        if (known != null) {
            try {
                DATABASE.jdbi.useTransaction(sql -> post(sql, world, known));
                throw new AssertionError("posted twice: " + known);
            } catch (JdbiException e) {
                assertThat(e).hasStackTraceContaining("ledger_nothing_twice");
            }
        }
    }

    private void giveUp(World world, Random random, UUID party) {
        try {
            DATABASE.jdbi.useTransaction(sql -> {
                post(sql, world, deed(random).transfer(random, party));
                DATABASE.ledger.reserve(sql, world.tenant, Subject.payout(party), payout(party, 1));
                throw new GivenUp();
            });
        } catch (GivenUp e) {
            // Nothing of it may be found in the books.
            return;
        }
    }

    private Optional<UUID> reserve(World world, UUID party, long amount) {
        Transfer payout = payout(party, amount);
        Optional<UUID> reservation = DATABASE.jdbi.inTransaction(
                sql -> DATABASE.ledger.reserve(sql, world.tenant, Subject.payout(payout.reference()), payout));
        reservation.ifPresent(id -> {
            world.count(Phase.RESERVE, payout);
            world.reserved.put(id, payout);
            world.reservations.add(id);
        });
        return reservation;
    }

    private static Transfer payout(UUID party, long amount) {
        return Postings.payout(UUID.randomUUID(), DRIVER_PAYABLE, party, PAYER_CLEARING_MTN, amount);
    }

    private void resolveAny(World world, Phase way) {
        UUID reservation = world.reservations.peek();
        if (reservation != null) {
            resolve(world, reservation, way);
            world.reservations.remove(reservation);
        }
    }

    private Resolution resolve(World world, UUID reservation, Phase way) {
        Resolution resolution = DATABASE.jdbi.inTransaction(sql -> way == Phase.POST
                ? DATABASE.ledger.postReserved(sql, world.tenant, reservation)
                : DATABASE.ledger.voidReserved(sql, world.tenant, reservation));
        if (resolution == Resolution.DONE) {
            assertThat(world.resolved.put(reservation, way))
                    .as("resolved twice")
                    .isNull();
            world.count(way, Objects.requireNonNull(world.reserved.get(reservation)));
        }
        return resolution;
    }

    /** The account is what was counted; its statement, page by page, leads there. */
    private static void assertAccount(AccountKey account, Counters expected) {
        assertThat(DATABASE.jdbi.<Counters, RuntimeException>withHandle(sql -> DATABASE.ledger.counters(sql, account)))
                .as("%s", account)
                .isEqualTo(expected);
        Counters running = Counters.ZERO;
        Instant latest = Instant.EPOCH;
        Optional<LineKey> after = Optional.empty();
        do {
            Optional<LineKey> from = after;
            Statement page = DATABASE.jdbi.withHandle(sql ->
                    DATABASE.statements.page(sql, new Wanted(account, Optional.empty(), Optional.empty(), from, PAGE)));
            assertThat(page.opening()).isEqualTo(running);
            for (StatementLine line : page.lines()) {
                running = running.plus(line.phase(), entry(account.account(), line));
                assertThat(line.after()).isEqualTo(running);
                assertThat(line.sealedAt()).isAfterOrEqualTo(latest);
                latest = line.sealedAt();
            }
            assertThat(page.closing()).isEqualTo(running);
            after = page.next();
        } while (after.isPresent());
        assertThat(running).isEqualTo(expected);
    }

    private static Entry entry(Account account, StatementLine line) {
        return new Entry(account, line.party(), line.side(), line.amount());
    }

    /** The books as they stood at the moment of any seal. */
    private void assertEveryMomentBalances(World world) {
        List<Instant> moments = DATABASE.jdbi.withHandle(
                sql -> sql.createQuery("select distinct sealed_at from ledger_seal where tenant = :tenant")
                        .bind("tenant", world.tenant)
                        .mapTo(Instant.class)
                        .list());
        for (Instant moment : moments) {
            Balance then = DATABASE.jdbi.withHandle(sql -> DATABASE.books.at(sql, world.tenant, moment));
            assertThat(then.difference()).isZero();
            assertThat(then.through()).isNotNull();
            assertThat(then.debits()).isEqualTo(debitsUpTo(world, then));
        }
    }

    private long debitsUpTo(World world, Balance then) {
        return DATABASE.jdbi.withHandle(sql -> sql.createQuery("""
                        select coalesce(sum(f.debits_posted), 0) from ledger_seal s join ledger_effect f using (transfer_id)
                         where s.tenant = :tenant and s.sequence <= :sequence""")
                .bind("tenant", world.tenant)
                .bind("sequence", then.through() == null ? 0 : then.through().sequence())
                .mapTo(Long.class)
                .one());
    }

    private long transfers(World world) {
        return DATABASE.jdbi.withHandle(
                sql -> sql.createQuery("select count(*) from ledger_transfer where tenant = :tenant")
                        .bind("tenant", world.tenant)
                        .mapTo(Long.class)
                        .one());
    }
}
