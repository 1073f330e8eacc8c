package rw.ishemalink.analytics.facts;

import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Tells the facts of a customer's bookings that the customer is forgotten. */
public final class ForgetCustomer implements Processor<String, String, String, Told> {

    private @Nullable ProcessorContext<String, Told> context;
    private @Nullable CustomerIndex index;

    @Override
    public void init(ProcessorContext<String, Told> started) {
        context = started;
        index = CustomerIndex.of(started);
    }

    @Override
    public void process(Record<String, String> customer) {
        for (UUID booking : Objects.requireNonNull(index).forget(customer.key())) {
            Objects.requireNonNull(context)
                    .forward(customer.withKey(booking.toString()).withValue(new Told.Forgotten(booking)));
        }
    }
}
