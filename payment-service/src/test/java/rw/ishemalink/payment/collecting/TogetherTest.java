package rw.ishemalink.payment.collecting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.payment.PaymentParts;
import rw.ishemalink.payment.collecting.MovementRules.Step;
import rw.ishemalink.payment.collecting.Outcomes.Outcome;
import rw.ishemalink.payment.collecting.store.MovementStore;
import rw.ishemalink.payment.collecting.store.PaymentStore;
import rw.ishemalink.payment.collecting.store.WalletSeal;
import rw.ishemalink.payment.ledger.Account;
import rw.ishemalink.payment.ledger.Ledger;
import rw.ishemalink.payment.ledger.Postings;
import rw.ishemalink.payment.ledger.Subject;

/** What comes of answers and callbacks that are recorded together, on a real PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(PaymentParts.class)
class TogetherTest {

    private static final String TENANT = "ishemalink";
    private static final AtomicInteger PAYERS = new AtomicInteger();

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Outcomes outcomes;

    @Inject
    Payments payments;

    @Inject
    PaymentStore paymentStore;

    @Inject
    MovementStore movementStore;

    @Inject
    Ledger ledger;

    @Inject
    WalletSeal seal;

    @AfterEach
    void everythingRests() {
        unitOfWork.run(TogetherTest::rest);
    }

    @Test
    void many_outcomes_take_as_many_statements_as_one() {
        List<Outcome> one = paid(prompted(1));
        List<Outcome> many = paid(prompted(50));

        int statementsForOne = unitOfWork.call(tx -> countStatements(tx, one));
        int statementsForMany = unitOfWork.call(tx -> countStatements(tx, many));

        assertThat(statementsForMany).isEqualTo(statementsForOne).isLessThanOrEqualTo(6);
        assertThat(many).allSatisfy(outcome -> {
            assertThat(status(outcome)).isEqualTo("SUCCEEDED");
            assertThat(transfers(outcome)).containsExactly("COLLECTED");
            assertThat(told(outcome)).isEqualTo(2);
        });
    }

    @Test
    void one_that_the_books_refuse_holds_up_no_other() throws InterruptedException {
        List<Outcome> all = paid(prompted(20));
        Outcome refused = all.get(7);
        unitOfWork.run(tx -> book(tx, refused));

        List<Outcome> failed = recordAtOnce(all);

        assertThat(failed).containsExactly(refused);
        assertThat(status(refused)).isEqualTo("PENDING");
        assertThat(all)
                .filteredOn(outcome -> !outcome.equals(refused))
                .allSatisfy(outcome -> assertThat(status(outcome)).isEqualTo("SUCCEEDED"));
    }

    @Test
    void of_two_answers_about_one_payment_the_second_is_decided_on_what_the_first_left() {
        Outcome first = paid(prompted(1)).getFirst();
        Outcome second = new Outcome(secondAttempt(first.claim()), new Answer.Succeeded("tx-second"));

        assertThat(recordTogether(List.of(first, second, first))).containsExactly(true, false, true);
        outcomes.record(second.claim(), second.answer());

        assertThat(status(first)).isEqualTo("SUCCEEDED");
        assertThat(state(first)).isEqualTo("SUCCEEDED");
        assertThat(state(second)).isEqualTo("SURPLUS");
        assertThat(transfers(first)).containsExactly("COLLECTED", "COLLECTED_LATE");
    }

    @Test
    void two_successes_of_one_payment_at_the_same_moment_keep_one() throws InterruptedException {
        List<Outcome> all = new ArrayList<>();
        for (Outcome first : paid(prompted(10))) {
            all.add(first);
            all.add(new Outcome(secondAttempt(first.claim()), new Answer.Succeeded("tx-second")));
        }

        assertThat(recordAtOnce(all)).isEmpty();

        for (int i = 0; i < all.size(); i += 2) {
            assertThat(List.of(state(all.get(i)), state(all.get(i + 1))))
                    .containsExactlyInAnyOrder("SUCCEEDED", "SURPLUS");
            assertThat(transfers(all.get(i))).containsExactly("COLLECTED", "COLLECTED_LATE");
        }
    }

    @Test
    void nobody_waits_for_a_payment_that_somebody_else_holds() {
        List<Outcome> both = paid(prompted(2));
        List<Boolean> recorded = unitOfWork.call(holder -> {
            paymentStore.getLocked(holder.sql(), both.getFirst().paymentId());
            return CompletableFuture.supplyAsync(() -> recordTogether(both)).join();
        });
        assertThat(recorded).containsExactly(false, true);

        both.forEach(outcome -> outcomes.record(outcome.claim(), outcome.answer()));

        assertThat(both).allSatisfy(outcome -> assertThat(transfers(outcome)).containsExactly("COLLECTED"));
    }

    @Test
    void what_dies_in_the_middle_leaves_nothing_half_done() {
        List<Outcome> all = paid(prompted(5));

        assertThatThrownBy(() -> unitOfWork.run(tx -> {
                    outcomes.recordTogether(tx, all);
                    throw new IllegalStateException("killed by a test");
                }))
                .hasMessage("killed by a test");

        assertThat(all).allSatisfy(outcome -> {
            assertThat(status(outcome)).isEqualTo("PENDING");
            assertThat(state(outcome)).isEqualTo("PROMPTED");
            assertThat(transfers(outcome)).isEmpty();
            assertThat(told(outcome)).isEqualTo(1);
        });
        all.forEach(outcome -> outcomes.record(outcome.claim(), outcome.answer()));
        assertThat(all).allSatisfy(outcome -> assertThat(transfers(outcome)).containsExactly("COLLECTED"));
    }

    @Test
    void callbacks_that_come_together_are_told_apart() {
        List<UUID> ours = prompted(10).stream().map(Claim::reference).toList();
        List<UUID> strange = Stream.generate(UUID::randomUUID).limit(10).toList();

        List<Boolean> known = IntStream.range(0, 40)
                .parallel()
                .mapToObj(i -> payments.hint((i % 2 == 0 ? ours : strange).get(i / 2 % 10)))
                .toList();

        assertThat(known)
                .isEqualTo(IntStream.range(0, 40).mapToObj(i -> i % 2 == 0).toList());
    }

    private int countStatements(Tx tx, List<Outcome> all) {
        AtomicInteger statements = new AtomicInteger();
        tx.sql().setSqlLogger(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                statements.incrementAndGet();
            }
        });
        assertThat(outcomes.recordTogether(tx, all)).doesNotContain(false);
        return statements.get();
    }

    private List<Boolean> recordTogether(List<Outcome> all) {
        return unitOfWork.call(tx -> outcomes.recordTogether(tx, all));
    }

    /** Answers those that failed. */
    private List<Outcome> recordAtOnce(List<Outcome> all) throws InterruptedException {
        List<Outcome> failed = new ArrayList<>();
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> recorded = all.stream()
                    .<Future<?>>map(outcome -> workers.submit(() -> outcomes.record(outcome.claim(), outcome.answer())))
                    .toList();
            for (int i = 0; i < all.size(); i++) {
                try {
                    recorded.get(i).get();
                } catch (ExecutionException e) {
                    failed.add(all.get(i));
                }
            }
        }
        return failed;
    }

    private static List<Outcome> paid(List<Claim> claims) {
        return claims.stream()
                .map(claim -> new Outcome(claim, new Answer.Succeeded("tx-" + claim.reference())))
                .toList();
    }

    /** So many payments whose prompt is out; no worker takes them up during a test run. */
    private List<Claim> prompted(int many) {
        return unitOfWork.call(
                tx -> Stream.generate(() -> prompted(tx)).limit(many).toList());
    }

    private Claim prompted(Tx tx) {
        UUID booking = UUID.randomUUID();
        payments.start(tx, terms(booking));
        Payment payment = paymentStore.findByBooking(tx.sql(), TENANT, booking).orElseThrow();
        tx.sql().createUpdate("""
                        update movement set status = 'PROMPTED', next_poll_at = now() + interval '1 day'
                         where payment_id = :paymentId""").bind("paymentId", payment.paymentId()).execute();
        return claim(tx, payment);
    }

    private Claim claim(Tx tx, Payment payment) {
        Movement latest =
                movementStore.listByPayment(tx.sql(), payment.paymentId()).getLast();
        return new Claim(latest, payment, Step.ASK);
    }

    /** The payer goes on with another wallet, and that prompt is out too. */
    private Claim secondAttempt(Claim first) {
        UUID reference = UUID.randomUUID();
        return unitOfWork.call(tx -> {
            tx.sql()
                    .createUpdate("""
                            with behind as (
                              update movement set left_behind = true where reference = :first
                              returning payment_id, tenant, provider)
                            insert into movement (reference, payment_id, tenant, kind, number, provider, phone, status,
                                                  next_poll_at, created_at)
                            select :reference, payment_id, tenant, 'COLLECTION', 2, provider, :phone, 'PROMPTED',
                                   now() + interval '1 day', now() + interval '1 second'
                              from behind""")
                    .bind("first", first.reference())
                    .bind("reference", reference)
                    .bind("phone", seal.seal(WalletSeal.MOVEMENT, reference, Msisdn.of(freshPhone())))
                    .execute();
            return claim(tx, first.payment());
        });
    }

    private static Terms terms(UUID booking) {
        return new Terms(
                booking,
                TENANT,
                UUID.randomUUID(),
                Msisdn.of(freshPhone()),
                new Amount(11_800, 1_800, "RWF"),
                "ISH-7K3M9QXA",
                "correlation-of-" + booking,
                Instant.now().plus(Duration.ofMinutes(30)));
    }

    private static String freshPhone() {
        return String.format(Locale.ROOT, "+250799%06d", PAYERS.incrementAndGet());
    }

    /** Somebody booked that money before. */
    private void book(Tx tx, Outcome outcome) {
        UUID reference = outcome.claim().reference();
        ledger.post(
                tx.sql(),
                TENANT,
                Subject.payment(outcome.paymentId()),
                Postings.collected(reference, Account.PAYER_CLEARING_MTN, 11_800, 1_800));
    }

    private static void rest(Tx tx) {
        tx.sql().execute("""
                update movement set next_poll_at = now() + interval '1 day' where next_poll_at is not null""");
    }

    private String status(Outcome outcome) {
        return one("select status from payment where payment_id = :id", outcome.paymentId());
    }

    private String state(Outcome outcome) {
        return one(
                "select status from movement where reference = :id",
                outcome.claim().reference());
    }

    private String one(String query, UUID id) {
        return unitOfWork.read(
                sql -> sql.createQuery(query).bind("id", id).mapTo(String.class).one());
    }

    /** What was booked of the payment; its refund follows in its own time. */
    private List<String> transfers(Outcome outcome) {
        return unitOfWork.read(sql -> sql.createQuery("""
                        select kind from ledger_transfer
                         where subject_id = :paymentId and kind <> 'REFUND_PAID' order by kind""")
                .bind("paymentId", outcome.paymentId())
                .mapTo(String.class)
                .list());
    }

    /** How many events there are of the payment. */
    private int told(Outcome outcome) {
        return unitOfWork.read(sql -> sql.createQuery("select count(*) from outbox where key = :bookingId")
                .bind("bookingId", outcome.claim().payment().terms().bookingId())
                .mapTo(Integer.class)
                .one());
    }
}
