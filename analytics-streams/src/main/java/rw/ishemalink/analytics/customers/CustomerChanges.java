package rw.ishemalink.analytics.customers;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.customers.CustomerChange.Buys;
import rw.ishemalink.analytics.facts.Booked;
import rw.ishemalink.analytics.facts.Facts;
import rw.ishemalink.analytics.facts.FactsChanged;

/** Which customers hear of what has changed in a booking. */
final class CustomerChanges {

    private CustomerChanges() {}

    /**
     * By customer. Who is forgotten hears nothing: what was counted stays, and nobody knows any more in whose name.
     */
    static Map<String, CustomerChange> of(FactsChanged changed) {
        String customer = customer(changed.after());
        String earlier = customer(changed.before());
        if (customer == null || (!changed.counted() && customer.equals(earlier))) {
            return Map.of();
        }
        Map<String, CustomerChange> changes = new HashMap<>();
        Optional<Purchase> before = Purchase.find(changed.before());
        Optional<Purchase> after = Purchase.find(changed.after());
        if (earlier != null && !earlier.equals(customer) && before.isPresent()) {
            changes.put(earlier, buys(changed.after(), null));
        }
        if (!before.equals(after) || (after.isPresent() && !customer.equals(earlier))) {
            changes.put(customer, buys(changed.after(), after.orElse(null)));
        }
        return changes;
    }

    private static @Nullable String customer(Facts facts) {
        Booked booked = facts.booked();
        return booked == null ? null : booked.customer();
    }

    private static CustomerChange buys(Facts facts, @Nullable Purchase purchase) {
        return new Buys(facts.tenant(), facts.bookingId(), purchase);
    }
}
