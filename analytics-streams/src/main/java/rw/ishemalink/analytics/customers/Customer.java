package rw.ishemalink.analytics.customers;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import rw.ishemalink.analytics.cube.Period;

/**
 * What is kept of a customer: how much was bought in which month.
 *
 * @param forgotten nothing is kept, and nothing will be
 * @param bought by month and kind; of nothing there is no entry
 */
record Customer(boolean forgotten, Map<MonthOfKind, Bought> bought) {

    /** Who has bought nothing yet. */
    static final Customer NEW = new Customer(false, Map.of());

    /** Who wished to be forgotten. */
    static final Customer FORGOTTEN = new Customer(true, Map.of());

    Customer {
        bought = Map.copyOf(bought);
    }

    /** A month as {@link Period#MONTH} counts them, and a kind of booking. */
    record MonthOfKind(int month, String kind) {

        private static MonthOfKind of(Purchase purchase) {
            return new MonthOfKind(month(purchase.paidAt()), purchase.kind());
        }

        private static int month(Instant at) {
            return Period.MONTH.begin(at);
        }
    }

    /** How many bookings and for how much. */
    record Bought(long bookings, long grossFrancs) {

        static final Bought NOTHING = new Bought(0, 0);

        Bought plus(Bought other) {
            return new Bought(Math.addExact(bookings, other.bookings), Math.addExact(grossFrancs, other.grossFrancs));
        }
    }

    /** Once that was bought as well. */
    Customer with(Purchase purchase) {
        return changed(MonthOfKind.of(purchase), new Bought(1, purchase.grossFrancs()));
    }

    /** As if that had not been bought. */
    Customer without(Purchase purchase) {
        return changed(MonthOfKind.of(purchase), new Bought(-1, -purchase.grossFrancs()));
    }

    private Customer changed(MonthOfKind when, Bought change) {
        Map<MonthOfKind, Bought> changed = new HashMap<>(bought);
        Bought after = changed.getOrDefault(when, Bought.NOTHING).plus(change);
        if (after.equals(Bought.NOTHING)) {
            changed.remove(when);
        } else {
            changed.put(when, after);
        }
        return new Customer(forgotten, changed);
    }

    /** In which month the customer first bought. */
    OptionalInt findFirstMonth() {
        return bought.keySet().stream().mapToInt(MonthOfKind::month).min();
    }

    /** Whether there is nothing to keep. */
    boolean isNew() {
        return !forgotten && bought.isEmpty();
    }
}
