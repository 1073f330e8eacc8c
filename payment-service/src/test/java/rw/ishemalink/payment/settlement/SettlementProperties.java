package rw.ishemalink.payment.settlement;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import rw.ishemalink.payment.collecting.MovementState.Succeeded;
import rw.ishemalink.payment.ledger.AccountKey;
import rw.ishemalink.payment.ledger.Counters;
import rw.ishemalink.payment.payouts.PartyPayout;
import rw.ishemalink.payment.settlement.DayBooks.AccountDay;

/** Days of any kind on a real PostgreSQL, with transactions given up, answers lost and a provider that contradicts itself. */
class SettlementProperties {

    private static final int STEPS = 120;

    private static final SettlementDatabase DATABASE = new SettlementDatabase();

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void whatever_happens_the_lines_are_what_the_books_did_and_nobody_is_paid_twice_or_more_than_owed(
            @ForAll long seed) {
        SettlementWorld world = new SettlementWorld(DATABASE, seed);
        for (int step = 0; step < STEPS; step++) {
            world.step();
        }
        world.comesToRest();

        assertTheBooksFollowTheMoney(world);
        assertNobodyIsPaidMoreThanOwed(world);
        assertEveryRunPaysEachOnceAndNotMoreThanWasOwed(world);
        assertTheLinesAreWhatTheBooksDid(world);
        assertTheTenantsDaysAddUp(world);
    }

    private static void assertTheBooksFollowTheMoney(SettlementWorld world) {
        List<PartyPayout> payouts = world.payouts();
        assertThat(payouts.stream()
                        .filter(payout -> payout.state() instanceof Succeeded)
                        .collect(toMap(PartyPayout::reference, PartyPayout::amountRwf)))
                .as("what went out is what we know of")
                .isEqualTo(world.provider.moved());
        for (AccountKey party : world.parties) {
            long moved = payouts.stream()
                    .filter(payout -> payout.account().equals(party) && payout.state() instanceof Succeeded)
                    .mapToLong(PartyPayout::amountRwf)
                    .sum();
            assertThat(postedPayouts(party)).isEqualTo(moved);
            assertThat(counters(party).debitsPending())
                    .as("nothing stays set aside")
                    .isZero();
        }
        assertThat(DATABASE.books.balance(world.tenant).difference()).isZero();
    }

    private static void assertNobodyIsPaidMoreThanOwed(SettlementWorld world) {
        for (AccountKey party : world.parties) {
            if (!world.mayOwe.contains(party)) {
                assertThat(counters(party).availableRwf()).isNotNegative();
            }
        }
    }

    private static void assertEveryRunPaysEachOnceAndNotMoreThanWasOwed(SettlementWorld world) {
        for (Run run : runs(world, RunKind.OPERATOR_DRIVER)) {
            List<Item> items = DATABASE.items(run.runId());
            assertThat(items).extracting(item -> item.day().account()).doesNotHaveDuplicates();
            for (Item item : items) {
                assertThat(item.payoutRwf())
                        .isLessThanOrEqualTo(Math.max(0, item.day().closing()));
                assertThat(item.payout() == null).isEqualTo(item.refused() != null);
            }
        }
        Map<Optional<UUID>, List<UUID>> byRun = world.payouts().stream()
                .filter(payout -> payout.origin().runId() != null)
                .collect(groupingBy(
                        payout -> Optional.ofNullable(payout.origin().runId()),
                        mapping(PartyPayout::party, Collectors.toList())));
        byRun.values().forEach(parties -> assertThat(parties).doesNotHaveDuplicates());
    }

    /** Each day begins where the one before ended, and together they are all that ever happened. */
    private static void assertTheLinesAreWhatTheBooksDid(SettlementWorld world) {
        Map<AccountKey, Long> owed = new HashMap<>();
        for (Run run : runs(world, RunKind.OPERATOR_DRIVER)) {
            Map<AccountKey, PartyDay> days = DATABASE.items(run.runId()).stream()
                    .collect(toMap(item -> item.day().account(), Item::day));
            for (AccountKey party : world.parties) {
                long opening = owed.getOrDefault(party, 0L);
                PartyDay day = days.get(party);
                if (day == null) {
                    assertThat(opening).as("who has no line was owed nothing").isZero();
                } else {
                    assertThat(day.opening()).isEqualTo(opening);
                    assertThat(day.closing())
                            .isEqualTo(opening + day.earned() - day.reversed() - day.paid() + day.corrected());
                    owed.put(party, day.closing());
                }
            }
        }
        for (AccountKey party : world.parties) {
            assertThat(owed.getOrDefault(party, 0L)).isEqualTo(-counters(party).balance());
        }
    }

    private static void assertTheTenantsDaysAddUp(SettlementWorld world) {
        long shares = 0;
        long payouts = 0;
        for (Run run : runs(world, RunKind.TENANT)) {
            DayBooks books = DATABASE.books.jdbi.withHandle(sql -> DATABASE.bookPages.statement(sql, run));
            assertThat(books.difference()).isZero();
            assertThat(books.unexplained()).isZero();
            assertThat(books.accounts()).allSatisfy(SettlementProperties::assertAddsUp);
            shares += books.summary().shares();
            payouts += books.summary().payouts();
        }
        long owed = world.parties.stream()
                .mapToLong(party -> -counters(party).balance())
                .sum();
        assertThat(shares - payouts).isEqualTo(owed);
    }

    private static void assertAddsUp(AccountDay day) {
        assertThat(day.closing()).isEqualTo(day.opening() + day.debits() - day.credits());
    }

    private static List<Run> runs(SettlementWorld world, RunKind kind) {
        return world.runs.stream()
                .map(DATABASE::run)
                .filter(run -> run.kind() == kind)
                .sorted(Comparator.comparing(Run::day))
                .toList();
    }

    private static Counters counters(AccountKey party) {
        return DATABASE.books.jdbi.withHandle(sql -> DATABASE.books.ledger.counters(sql, party));
    }

    private static long postedPayouts(AccountKey party) {
        return DATABASE.books.jdbi.withHandle(sql -> sql.createQuery("""
                        select coalesce(sum(f.debits_posted), 0) from ledger_effect f
                          join ledger_transfer t using (transfer_id)
                         where f.tenant = :tenant and f.party = :party and t.kind = 'PAYOUT'""")
                .bind("tenant", party.tenant())
                .bind("party", Objects.requireNonNull(party.party()))
                .mapTo(Long.class)
                .one());
    }
}
