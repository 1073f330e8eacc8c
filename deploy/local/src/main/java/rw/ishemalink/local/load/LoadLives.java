package rw.ishemalink.local.load;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.local.load.LoadLife.LifeStep;
import rw.ishemalink.local.load.LoadLife.LifeStep.Source;
import rw.ishemalink.local.load.LoadLife.LifeStep.What;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.booking.BookingStatus;
import rw.ishemalink.schemas.payment.PaymentStatus;
import rw.ishemalink.schemas.payment.Provider;

/**
 * Bookings as they could have been in the last four weeks: the same for the same seed, number by number. Most are
 * delivered, some are never paid, some are cancelled before or after the money came, some are on the way.
 */
final class LoadLives {

    /** Hours are kept for 35 days: everything is younger. */
    static final Duration SPAN = Duration.ofDays(26);

    /** Before this long everything had ended. */
    static final Duration PAST = Duration.ofDays(2);

    private static final List<String> DISTRICTS = List.of(
            "11", "12", "13", "21", "22", "23", "24", "25", "26", "27", "28", "31", "32", "33", "34", "35", "36", "37",
            "41", "42", "43", "44", "45", "51", "52", "53", "54", "55", "56", "57");
    private static final List<String> NEIGHBOURS = List.of("UG", "KE", "TZ", "CD", "BI");
    private static final List<String> COMMODITIES = List.of(
            "irish-potatoes",
            "coffee",
            "tea",
            "tea-bulk",
            "maize",
            "beans",
            "fresh-milk",
            "cut-flowers",
            "avocado",
            "cement",
            "electronics");
    private static final ZoneId KIGALI = ZoneId.of("Africa/Kigali");
    private static final int OPERATORS = 20;
    private static final int FEWEST_DRIVERS = 20;
    private static final int MOST_DRIVERS = 10_000;
    private static final int BOOKINGS_OF_A_DRIVER = 400;
    private static final int BOOKINGS_OF_A_SENDER = 8;

    private final long seed;
    private final int bookings;
    private final int drivers;
    private final Instant begin;

    /**
     * Lives of that seed.
     *
     * @param bookings how many have the whole time to themselves; those with higher numbers come once more as late
     * @param now everything is before it
     */
    LoadLives(long seed, int bookings, Instant now) {
        this.seed = seed;
        this.bookings = bookings;
        this.drivers = Math.clamp(bookings / BOOKINGS_OF_A_DRIVER, FEWEST_DRIVERS, MOST_DRIVERS);
        this.begin = now.minus(SPAN).minus(PAST);
    }

    /** The life of that number. */
    LoadLife life(long number) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
        return new Draft(number, random).life();
    }

    /** The day, in Kigali, before which nothing happened. */
    LocalDate firstDay() {
        return LocalDate.ofInstant(begin, KIGALI);
    }

    /** The day after which nothing happens. */
    LocalDate lastDay() {
        return LocalDate.ofInstant(begin.plus(SPAN).plus(PAST), KIGALI);
    }

    private Instant createdAt(long number) {
        return begin.plusMillis(SPAN.toMillis() * Math.floorMod(number, (long) bookings) / bookings);
    }

    /** How a booking ends. */
    private enum End {
        DELIVERED,
        UNDER_WAY,
        NEVER_PAID,
        CANCELLED_UNPAID,
        CANCELLED_PAID;

        static End of(int percent) {
            if (percent < 82) {
                return DELIVERED;
            }
            if (percent < 86) {
                return UNDER_WAY;
            }
            if (percent < 92) {
                return NEVER_PAID;
            }
            return percent < 96 ? CANCELLED_UNPAID : CANCELLED_PAID;
        }
    }

    /** One life while it is thought out. */
    private final class Draft {

        private final long number;
        private final SplittableRandom random;
        private final List<LifeStep> steps = new ArrayList<>();
        private final Map<Source, Long> sequences = new EnumMap<>(Source.class);
        private final Map<What, Instant> times = new EnumMap<>(What.class);
        private Instant now;

        Draft(long number, SplittableRandom random) {
            this.number = number;
            this.random = random;
            this.now = createdAt(number);
        }

        LoadLife life() {
            BookingKind kind = kind(random.nextInt(100));
            // Few districts send much, many little.
            String origin = DISTRICTS.get((int) (DISTRICTS.size() * random.nextDouble() * random.nextDouble()));
            String destination = kind == BookingKind.CARGO_INTERNATIONAL
                    ? NEIGHBOURS.get(random.nextInt(NEIGHBOURS.size()))
                    : DISTRICTS.get(random.nextInt(DISTRICTS.size()));
            boolean goods = kind != BookingKind.RIDE;
            long gross = goods ? 5_000 + 100L * random.nextInt(600) : 500 + 100L * random.nextInt(60);
            long driver = (long) (drivers * random.nextDouble() * random.nextDouble());
            End end = End.of(random.nextInt(100));
            tell(end);
            return new LoadLife(
                    number,
                    LoadLife.id(1, number),
                    kind,
                    origin,
                    destination,
                    goods ? COMMODITIES.get(random.nextInt(COMMODITIES.size())) : null,
                    goods ? 50 + random.nextInt(5_000) : 0,
                    gross,
                    gross * 18 / 118,
                    times.containsKey(What.SHARED) ? gross / 10 : null,
                    random.nextInt(3) == 0 ? Provider.AIRTEL : Provider.MTN,
                    times.containsKey(What.ASSIGNED) ? LoadLife.id(2, driver) : null,
                    times.containsKey(What.ASSIGNED) ? operator(driver) : null,
                    LoadLife.id(4, random.nextInt(Math.max(1, bookings / BOOKINGS_OF_A_SENDER))),
                    status(end),
                    payment(end),
                    createdAt(number),
                    paymentEndedAt(),
                    times.get(What.PAID),
                    times.get(What.ASSIGNED),
                    times.get(What.PICKED_UP),
                    promisedAt(),
                    times.get(What.DELIVERED),
                    times.getOrDefault(What.CANCELLED, times.get(What.FAILED)),
                    times.containsKey(What.RATED) ? 1 + random.nextInt(5) : null,
                    steps);
        }

        private void tell(End end) {
            step(What.CREATED, 0, 0);
            switch (end) {
                case DELIVERED -> {
                    pay();
                    move();
                    step(What.DELIVERED, 1_800, 60_000);
                    step(What.SHARED, 1, 5);
                    if (random.nextInt(3) == 0) {
                        step(What.RATED, 60, 30_000);
                    }
                }
                case UNDER_WAY -> {
                    pay();
                    move();
                }
                case NEVER_PAID -> {
                    step(What.PAYMENT_EXPIRED, 1_800, 1);
                    step(What.FAILED, 1, 2);
                }
                case CANCELLED_UNPAID -> {
                    step(What.CANCELLED, 10, 1_000);
                    step(What.PAYMENT_EXPIRED, 1, 2);
                }
                case CANCELLED_PAID -> {
                    pay();
                    step(What.CANCELLED, 60, 3_000);
                    step(What.REFUNDED, 1, 60);
                }
            }
        }

        private void pay() {
            step(What.PAYMENT_SUCCEEDED, 10, 900);
            step(What.PAID, 0, 2);
            step(What.RECEIPT_ISSUED, 1, 20);
        }

        private void move() {
            step(What.DISPATCH_CLEARED, 5, 1_800);
            step(What.ASSIGNED, 1, 2);
            step(What.PICKED_UP, 600, 7_200);
            step(What.ARRIVAL_ESTIMATED, 1, 60);
        }

        /** So many seconds later, or some more. */
        private void step(What what, int least, int spread) {
            now = now.plusSeconds(least).plusMillis(spread == 0 ? 0 : random.nextInt(1_000 * spread));
            steps.add(new LifeStep(what, now, sequences.merge(what.source(), 1L, Long::sum)));
            times.put(what, now);
        }

        private Instant paymentEndedAt() {
            Instant came = times.getOrDefault(What.PAYMENT_SUCCEEDED, times.get(What.PAYMENT_EXPIRED));
            if (came == null) {
                throw new IllegalStateException("every payment ends");
            }
            return came;
        }

        private @Nullable Instant promisedAt() {
            Instant estimated = times.get(What.ARRIVAL_ESTIMATED);
            return estimated == null ? null : estimated.plusSeconds(30_000);
        }
    }

    private static BookingKind kind(int percent) {
        if (percent < 60) {
            return BookingKind.CARGO_DOMESTIC;
        }
        return percent < 70 ? BookingKind.CARGO_INTERNATIONAL : BookingKind.RIDE;
    }

    private static BookingStatus status(End end) {
        return switch (end) {
            case DELIVERED -> BookingStatus.DELIVERED;
            case UNDER_WAY -> BookingStatus.IN_TRANSIT;
            case NEVER_PAID -> BookingStatus.FAILED;
            case CANCELLED_UNPAID, CANCELLED_PAID -> BookingStatus.CANCELLED;
        };
    }

    private static PaymentStatus payment(End end) {
        return switch (end) {
            case DELIVERED, UNDER_WAY -> PaymentStatus.SUCCEEDED;
            case NEVER_PAID, CANCELLED_UNPAID -> PaymentStatus.EXPIRED;
            case CANCELLED_PAID -> PaymentStatus.REFUNDED;
        };
    }

    /** Every third driver has none. */
    private static @Nullable UUID operator(long driver) {
        return driver % 3 == 0 ? null : LoadLife.id(3, driver % OPERATORS);
    }
}
