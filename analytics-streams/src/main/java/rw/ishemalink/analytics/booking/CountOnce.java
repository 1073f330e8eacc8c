package rw.ishemalink.analytics.booking;

import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.store.CountedUpTo;
import rw.ishemalink.schemas.booking.BookingEvent;

/** Turns events, which may repeat, into corrections, which do not. */
final class CountOnce implements Processor<String, BookingEvent, String, Correction> {

    private @Nullable ProcessorContext<String, Correction> context;
    private @Nullable KeyValueStore<String, Counted> counted;
    private @Nullable CountedUpTo upTo;

    @Override
    public void init(ProcessorContext<String, Correction> started) {
        context = started;
        counted = started.getStateStore(BookingStream.COUNTED);
        upTo = CountedUpTo.of(started, BookingStream.COUNTED_UP_TO);
    }

    @Override
    public void process(Record<String, BookingEvent> event) {
        var bookings = Objects.requireNonNull(counted);
        String bookingId = event.value().getBooking().getBookingId().toString();
        Counted before = Optional.ofNullable(bookings.get(bookingId)).orElse(Counted.NOTHING);
        // Decides before anything is written: an event that cannot be counted leaves no trace.
        before.after(event.value()).ifPresent(after -> {
            bookings.put(bookingId, after);
            forward(event, new Correction(before.share(), after.share()));
        });
        Objects.requireNonNull(upTo).advance(event.timestamp());
    }

    private void forward(Record<String, BookingEvent> event, Correction correction) {
        if (!Objects.equals(correction.before(), correction.after())) {
            Objects.requireNonNull(context).forward(event.withValue(correction));
        }
    }
}
