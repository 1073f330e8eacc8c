package rw.ishemalink.local.load;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;
import rw.ishemalink.schemas.booking.BookingChange;

/**
 * Whole sagas as fast as the machine goes: a ride is booked, confirmed, paid, receipted, assigned, picked up and delivered,
 * through booking-, payment- and compliance-service and the simulators of the outside world.
 */
public final class SagaLoad {

    private static final Duration WARM_UP_STEP = Duration.ofSeconds(30);
    private static final WarmUp WARM_UP = new WarmUp(3, 20, 1.05);

    /** What a booking goes through after it was created. */
    private static final List<BookingChange> STAGES = List.of(
            BookingChange.CONFIRMED,
            BookingChange.PAID,
            BookingChange.RECEIPT_RECORDED,
            BookingChange.ASSIGNMENT_REQUESTED,
            BookingChange.ASSIGNED,
            BookingChange.PICKED_UP,
            BookingChange.DELIVERED);

    private final Path checkout;
    private final Duration time;
    private final int atOnce;
    private final PrintWriter out;

    /**
     * A load that is yet to run.
     *
     * @param time after the warm-up
     * @param atOnce how many sagas are under way at a time
     */
    public SagaLoad(Path checkout, Duration time, int atOnce, PrintWriter out) {
        this.checkout = checkout;
        this.time = time;
        this.atOnce = atOnce;
        this.out = out;
    }

    /** Runs it and prints the figures; false if what is there is not what was done. */
    public boolean run() {
        print("starting PostgreSQL, Kafka, the registry, simulators, booking-, payment- and compliance-service%n");
        try (LoadStack stack = new LoadStack(checkout, SagaWorld.services());
                SagaWorld world = new SagaWorld(stack, _ -> {})) {
            measure(world);
            world.letEnd();
            return world.check(out);
        }
    }

    private void warmUp(SagaWorld world) {
        WARM_UP.run(() -> {
            double now = world.rate(WARM_UP_STEP);
            print("warming up: %.1f per s%n", now);
            return now;
        });
    }

    private void measure(SagaWorld world) {
        Journeys journeys = world.journeys();
        journeys.begin(atOnce);
        warmUp(world);
        journeys.measureAnew();
        double perSecond = world.rate(time);
        Journeys.Taken taken = journeys.measureAnew();
        print("%-26s %8.1f per s, %d at a time%n", "sagas", perSecond, atOnce);
        printTimes("booked → delivered", taken.micros(), 1_000);
        for (BookingChange change : STAGES) {
            printTimes("  → " + change, taken.stages().of(change), 1);
        }
    }

    private void printTimes(String what, Histogram histogram, double perMilli) {
        print(
                "%-26s p50 %6.0f ms   p99 %6.0f ms%n",
                what, histogram.getValueAtPercentile(50) / perMilli, histogram.getValueAtPercentile(99) / perMilli);
    }

    private void print(String format, Object... values) {
        out.printf(Locale.ROOT, format, values);
        out.flush();
    }
}
