package rw.ishemalink.booking.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import rw.ishemalink.booking.desk.FactDesk;
import rw.ishemalink.booking.lifecycle.Command.ClearDispatch;
import rw.ishemalink.booking.lifecycle.Command.Fact;
import rw.ishemalink.booking.lifecycle.Command.Fail;
import rw.ishemalink.booking.lifecycle.Command.RecordPayment;
import rw.ishemalink.booking.lifecycle.Command.RecordReceipt;
import rw.ishemalink.booking.lifecycle.Command.RefuseDispatch;
import rw.ishemalink.booking.lifecycle.Receipt;
import rw.ishemalink.booking.testing.AtOnce;
import rw.ishemalink.booking.testing.DispatchStage;
import rw.ishemalink.booking.testing.Drivers;
import rw.ishemalink.booking.testing.Someone;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.testing.SuiteResource;

/**
 * Offers, refusals, assignments, payments, receipts, clearances, cancellations and trips of a few bookings and drivers, in
 * any order, twice and several at once, on the real database: some things never come about.
 */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class AnyOrderTest {

    private static final int LIVES = 5;
    private static final int STEPS = 100;

    /** The machine (mission, "One state machine"), and what changes a booking without moving it. */
    private static final Map<String, Set<String>> MACHINE = Map.of(
            "null", Set.of("DRAFT"),
            "DRAFT", Set.of("CONFIRMED", "CANCELLED"),
            "CONFIRMED", Set.of("CONFIRMED", "PAID", "FAILED", "CANCELLED"),
            "PAID", Set.of("PAID", "ASSIGNED", "CANCELLED"),
            "ASSIGNED", Set.of("ASSIGNED", "IN_TRANSIT", "CANCELLED"),
            "IN_TRANSIT", Set.of("IN_TRANSIT", "DELIVERED"),
            "DELIVERED", Set.of("DELIVERED"));

    private static final String UNLAWFUL = """
            select 'moves without payment, receipt or licence: ' || booking_id from booking
            where status in ('ASSIGNED', 'IN_TRANSIT', 'AT_BORDER', 'DELIVERED')
              and (paid_at is null or receipt_number is null or clearance_id is null or driver_id is null)
            union all
            select 'two trips: ' || driver_id from booking
            where status in ('CONFIRMED', 'PAID', 'ASSIGNED', 'IN_TRANSIT', 'AT_BORDER') and driver_id is not null
            group by driver_id having count(*) > 1
            union all
            select 'an offer survives: ' || booking_id from dispatch_offer join booking using (booking_id)
            where dispatch_offer.state = 'OPEN' and (status in ('FAILED', 'CANCELLED', 'DELIVERED') or booking.driver_id is not null)
            union all
            select 'two offers at once: ' || driver_id from dispatch_offer where state = 'OPEN'
            group by driver_id having count(*) > 1""";

    private static final String MOVES = """
            select coalesce(from_status, 'null') || ' ' || to_status from booking_transition
            where booking_id = any(:bookings) order by booking_id, sequence""";

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    FactDesk facts;

    private final Someone sender = Someone.sender();
    private final Someone dispatcher = Someone.with(Role.DISPATCHER);
    private final List<UUID> bookings = new ArrayList<>();
    private final List<Drivers> drivers = new ArrayList<>();
    private final Set<String> seen = new ConcurrentSkipListSet<>();

    @Test
    void nothing_moves_against_the_law_and_nobody_is_in_two_places() throws Exception {
        for (long seed = 1; seed <= LIVES; seed++) {
            live(new Random(seed), "seed " + seed);
        }
        assertThat(moves()).allSatisfy(move -> {
            String[] ends = move.split(" ", 2);
            assertThat(MACHINE.getOrDefault(ends[0], Set.of())).as(move).contains(ends[1]);
        });
        // Random steps that get nowhere would prove nothing.
        assertThat(moves()).contains("CONFIRMED PAID", "PAID ASSIGNED", "ASSIGNED IN_TRANSIT", "IN_TRANSIT DELIVERED");
        assertThat(seen).contains("accept 200", "assign 200", "assign 409", "cancel 200");
    }

    private void live(Random random, String seed) throws Exception {
        DispatchStage stage = DispatchStage.alone();
        drivers.clear();
        drivers.addAll(List.of(stage.moto(100), stage.moto(150), stage.moto(200)));
        for (int step = 0; step < STEPS; step++) {
            if (step % 20 == 0) {
                bookings.add(sender.confirms(stage.ride()));
            }
            List<Callable<Boolean>> atOnce = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(4); i++) {
                atOnce.add(anything(random));
            }
            if (random.nextInt(10) == 0) {
                atOnce.addAll(List.copyOf(atOnce));
            }
            AtOnce.run(atOnce);
            assertThat(list(UNLAWFUL)).as("%s, step %d", seed, step).isEmpty();
        }
    }

    private Callable<Boolean> anything(Random random) {
        UUID booking = bookings.get(random.nextInt(Math.max(0, bookings.size() - 3), bookings.size()));
        Drivers anyone = drivers.get(random.nextInt(drivers.size()));
        boolean rightful = random.nextInt(5) > 0;
        Supplier<Drivers> driver = () -> rightful ? askedFor(booking).orElse(anyone) : anyone;
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        NavigableMap<Integer, Callable<Boolean>> byDice = new TreeMap<>(Map.of(
                12, () -> hears(booking, new RecordPayment(now)),
                24, () -> hears(booking, new RecordReceipt(new Receipt("NS", now, false))),
                42, () -> hears(booking, clearance(driver.get())),
                44, () -> hears(booking, refusal(driver.get())),
                45, () -> hears(booking, new Fail("payment timeout")),
                46, () -> saw("cancel", sender.does("cancel", booking, Map.of("reason", "rain"))),
                54, () -> saw("assign", dispatcher.assigns(anyone.driverId(), booking)),
                68, () -> answersAnOffer(anyone, "accept"),
                83, () -> saw("pickup", driver.get().person().does("pickup", booking)),
                98, () -> saw("deliver", driver.get().person().does("deliver", booking))));
        byDice.put(100, () -> answersAnOffer(anyone, "decline"));
        return byDice.higherEntry(random.nextInt(100)).getValue();
    }

    private static Fact clearance(Drivers driver) {
        return new ClearDispatch(UUID.randomUUID(), driver.driverId(), driver.vehicleId());
    }

    private static Fact refusal(Drivers driver) {
        return new RefuseDispatch(driver.driverId(), driver.vehicleId(), "licence expired");
    }

    private Optional<Drivers> askedFor(UUID booking) {
        Optional<UUID> asked =
                unitOfWork.read(sql -> sql.createQuery("select driver_id from booking where booking_id = :booking")
                        .bind("booking", booking)
                        .mapTo(UUID.class)
                        .findOne());
        return asked.flatMap(
                id -> drivers.stream().filter(one -> one.driverId().equals(id)).findFirst());
    }

    /** A fact that comes too early is heard again later: another step will tell it. */
    private boolean hears(UUID booking, Fact fact) {
        try {
            unitOfWork.run(tx -> facts.record(tx, Someone.TENANT, booking, fact));
            return true;
        } catch (IllegalStateException early) {
            assertThat(early).hasMessageStartingWith("a fact came too early");
            return false;
        }
    }

    private boolean answersAnOffer(Drivers driver, String answer) {
        List<String> offered = driver.person()
                .gets("/api/bookings/offers")
                .extract()
                .jsonPath()
                .getList("bookingId");
        return !offered.isEmpty() && saw(answer, driver.person().does(answer, UUID.fromString(offered.getFirst())));
    }

    /** Everything is answered: done, or refused with a reason. */
    private boolean saw(String act, ValidatableResponse response) {
        int status = response.extract().statusCode();
        assertThat(status).as("%s: %s", act, response.extract().asString()).isIn(200, 204, 404, 409);
        seen.add(act + " " + status);
        return status < 300;
    }

    private List<String> list(String query) {
        return unitOfWork.read(sql -> sql.createQuery(query).mapTo(String.class).list());
    }

    private List<String> moves() {
        return unitOfWork.read(sql -> sql.createQuery(MOVES)
                .bind("bookings", bookings.toArray(UUID[]::new))
                .mapTo(String.class)
                .list());
    }
}
