package rw.ishemalink.analytics.customers;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.CellStore;
import rw.ishemalink.analytics.cube.Home;
import rw.ishemalink.analytics.cube.Measure;
import rw.ishemalink.analytics.cube.Sums;
import rw.ishemalink.analytics.customers.CustomerChange.Buys;
import rw.ishemalink.analytics.customers.CustomerChange.Forget;
import rw.ishemalink.analytics.store.CountedUpTo;
import rw.ishemalink.streams.ObjectStore;

/**
 * Takes out of the cells what a customer added before and puts in what the customer adds now. What a booking was before
 * is kept here, so that it does not matter whether a change comes twice.
 */
final class CountCustomers implements Processor<String, CustomerChange, Void, Void> {

    private static final Sums ONE_MORE = Sums.of(Measure.PEOPLE, 1);
    private static final Sums ONE_LESS = ONE_MORE.negative();

    private @Nullable ObjectStore<String, Customer> customers;
    private @Nullable ObjectStore<CustomerBooking, Purchase> purchases;
    private @Nullable ObjectStore<CustomerCell, Integer> counts;
    private @Nullable CellStore cells;
    private @Nullable CountedUpTo upTo;

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        customers = context.getStateStore(CustomerStream.CUSTOMERS);
        purchases = context.getStateStore(CustomerStream.PURCHASES);
        counts = context.getStateStore(CustomerStream.COUNTS);
        cells = CellStore.of(context, Home.CUSTOMER);
        upTo = CountedUpTo.of(context, Home.CUSTOMER.countedUpTo());
    }

    @Override
    public void process(Record<String, CustomerChange> change) {
        // A person is a customer of each tenant by itself.
        String key = change.value().tenant() + '\u0000' + change.key();
        switch (change.value()) {
            case Buys buys -> buys(key, buys);
            case Forget _ -> forget(key);
        }
        Objects.requireNonNull(upTo).advance(change.timestamp());
    }

    private void buys(String key, Buys buys) {
        var known = Objects.requireNonNull(customers);
        var bought = Objects.requireNonNull(purchases);
        Customer before = known.find(key).orElse(Customer.NEW);
        CustomerBooking booking = new CustomerBooking(key, buys.bookingId());
        Optional<Purchase> was = bought.find(booking);
        Optional<Purchase> is = Optional.ofNullable(buys.purchase());
        if (before.forgotten() || was.equals(is)) {
            return;
        }
        Customer without = was.map(before::without).orElse(before);
        Customer after = is.map(without::with).orElse(without);
        count(key, buys.tenant(), was, is);
        if (!after.equals(before)) {
            Objects.requireNonNull(cells)
                    .add(CellStore.changes(Cohorts.of(buys.tenant(), before), Cohorts.of(buys.tenant(), after)));
        }
        is.ifPresentOrElse(purchase -> bought.put(booking, purchase), () -> bought.delete(booking));
        if (after.isNew()) {
            known.delete(key);
        } else {
            known.put(key, after);
        }
    }

    private void count(String key, String tenant, Optional<Purchase> was, Optional<Purchase> is) {
        Map<Cell, Sums> before =
                was.map(purchase -> Summaries.of(tenant, purchase)).orElse(Map.of());
        Map<Cell, Sums> after =
                is.map(purchase -> Summaries.of(tenant, purchase)).orElse(Map.of());
        Map<Cell, Sums> changes = new HashMap<>(CellStore.changes(before, after));
        for (Cell left : before.keySet()) {
            if (!after.containsKey(left) && isLast(new CustomerCell(key, left))) {
                changes.merge(left, ONE_LESS, Sums::plus);
            }
        }
        for (Cell entered : after.keySet()) {
            if (!before.containsKey(entered) && isFirst(new CustomerCell(key, entered))) {
                changes.merge(entered, ONE_MORE, Sums::plus);
            }
        }
        Objects.requireNonNull(cells).add(changes);
    }

    /** Whether that is the first of the customer's purchases in the cell; counts it. */
    private boolean isFirst(CustomerCell cell) {
        var counted = Objects.requireNonNull(counts);
        int before = counted.find(cell).orElse(0);
        counted.put(cell, before + 1);
        return before == 0;
    }

    /** Whether that was the last of the customer's purchases in the cell; takes it away. */
    private boolean isLast(CustomerCell cell) {
        var counted = Objects.requireNonNull(counts);
        int after = counted.find(cell).orElse(0) - 1;
        if (after > 0) {
            counted.put(cell, after);
            return false;
        }
        counted.delete(cell);
        return true;
    }

    /** The sums stay; what they are made of in this name goes. */
    private void forget(String key) {
        Map<CustomerBooking, Purchase> all = new HashMap<>();
        Objects.requireNonNull(purchases).forEach(CustomerBooking.first(key), CustomerBooking.last(key), all::put);
        String tenant = key.substring(0, key.indexOf('\u0000'));
        all.forEach((booking, purchase) -> {
            Summaries.of(tenant, purchase).keySet().forEach(cell -> Objects.requireNonNull(counts)
                    .delete(new CustomerCell(key, cell)));
            Objects.requireNonNull(purchases).delete(booking);
        });
        Objects.requireNonNull(customers).put(key, Customer.FORGOTTEN);
    }
}
