package rw.ishemalink.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.common.utils.Utils;
import rw.ishemalink.analytics.drivers.By;
import rw.ishemalink.analytics.drivers.Standing;
import rw.ishemalink.analytics.revenue.Revenue;
import rw.ishemalink.analytics.revenue.RevenueKey;
import rw.ishemalink.schemas.booking.Booking;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.booking.BookingStatus;

/** However the events of many bookings mix and repeat, the aggregates are those of the bookings' last states. */
class AnyOrderTest {

    private static final List<BookingKind> KINDS =
            List.of(BookingKind.CARGO_DOMESTIC, BookingKind.CARGO_INTERNATIONAL, BookingKind.RIDE);

    @Property(tries = 15)
    void any_mix_and_repetition_gives_what_a_plain_recomputation_gives(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 15) int bookings) throws IOException {
        Random random = new Random(seed);
        List<List<BookingEvent>> lives = new ArrayList<>();
        for (int i = 0; i < bookings; i++) {
            lives.add(life(random));
        }
        Path stateDir = Files.createTempDirectory("any-order");
        try (Ledger ledger = new Ledger(stateDir)) {
            ledger.hear(mixed(lives, random));

            List<BookingEvent> last = lives.stream().map(List::getLast).toList();
            assertThat(ledger.revenue()).isEqualTo(revenue(last));
            for (String tenant : List.of("ishemalink", "safeboda")) {
                assertThat(ledger.leaders(tenant)).isEqualTo(drivers(last, tenant));
            }
        } finally {
            Utils.delete(stateDir.toFile());
        }
    }

    private static List<BookingEvent> life(Random random) {
        BookingLife booking = BookingLife.begin()
                .of(random.nextInt(3) == 0 ? "safeboda" : "ishemalink")
                .kind(KINDS.get(random.nextInt(KINDS.size())))
                .at(Instant.parse("2026-03-10T00:00:00Z").plus(Duration.ofHours(random.nextInt(96))));
        List<BookingEvent> events = new ArrayList<>();
        events.add(booking.confirmed());
        if (random.nextInt(6) == 0) {
            events.add(booking.failed());
            return events;
        }
        events.add(booking.later(Duration.ofMinutes(random.nextInt(30))).paid());
        if (random.nextBoolean()) {
            events.add(booking.assignedTo(new UUID(0, random.nextInt(5))));
        }
        if (random.nextInt(4) == 0) {
            events.add(booking.cancelled());
        } else if (events.size() > 2 && random.nextInt(4) > 0) {
            events.add(booking.later(Duration.ofHours(random.nextInt(40))).delivered());
        }
        return events;
    }

    /** Interleaves the lives, each in its order; after some events, some of the same booking come again. */
    private static List<BookingEvent> mixed(List<List<BookingEvent>> lives, Random random) {
        List<Deque<BookingEvent>> waiting = new ArrayList<>();
        lives.forEach(life -> waiting.add(new ArrayDeque<>(life)));
        List<BookingEvent> mixed = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Deque<BookingEvent> next = waiting.get(random.nextInt(waiting.size()));
            BookingEvent event = next.removeFirst();
            mixed.add(event);
            if (random.nextInt(3) == 0) {
                UUID booking = event.getBooking().getBookingId();
                mixed.addAll(mixed.stream()
                        .filter(earlier -> earlier.getBooking().getBookingId().equals(booking))
                        .filter(earlier -> random.nextBoolean())
                        .toList());
            }
            waiting.removeIf(Deque::isEmpty);
        }
        return mixed;
    }

    private static Map<RevenueKey, Revenue> revenue(List<BookingEvent> last) {
        Map<RevenueKey, Revenue> all = new HashMap<>();
        for (BookingEvent event : last) {
            Booking booking = event.getBooking();
            if (earns(booking)) {
                String tenant = event.getMetadata().getTenant();
                LocalDate day = booking.getPaidAt().atZone(ZoneId.of("UTC+2")).toLocalDate();
                Revenue one = new Revenue(
                        1,
                        booking.getPrice().getTotal().getAmount(),
                        booking.getPrice().getVat().getAmount());
                String kind = booking.getKind().name();
                all.merge(new RevenueKey(tenant, Optional.of(day), kind), one, Revenue::plus);
                all.merge(new RevenueKey(tenant, Optional.empty(), kind), one, Revenue::plus);
            }
        }
        return all;
    }

    private static List<Standing> drivers(List<BookingEvent> last, String tenant) {
        Map<UUID, Standing> byDriver = new HashMap<>();
        for (BookingEvent event : last) {
            Booking booking = event.getBooking();
            if (booking.getStatus() == BookingStatus.DELIVERED
                    && event.getMetadata().getTenant().equals(tenant)) {
                Standing one = new Standing(
                        booking.getAssignment().getDriverId(),
                        1,
                        booking.getCargo().getWeightKg(),
                        booking.getPrice().getTotal().getAmount(),
                        0,
                        0,
                        0,
                        0);
                byDriver.merge(one.driver(), one, Standing::plus);
            }
        }
        return By.DELIVERIES.top(byDriver.values().stream(), Integer.MAX_VALUE);
    }

    private static boolean earns(Booking booking) {
        return booking.getStatus() == BookingStatus.PAID
                || booking.getStatus() == BookingStatus.ASSIGNED
                || booking.getStatus() == BookingStatus.DELIVERED;
    }
}
