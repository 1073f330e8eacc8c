package rw.ishemalink.analytics.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.utils.Utils;
import rw.ishemalink.analytics.cube.Home;
import rw.ishemalink.analytics.facts.Facts;
import rw.ishemalink.analytics.facts.FactsStream;

/** What was told of one booking; it is in one partition. */
public record TimelineQuestion(UUID bookingId, String tenant) implements Question<BookingTimeline> {

    @Override
    public String store() {
        return FactsStream.FACTS;
    }

    @Override
    public String countedUpTo() {
        return Home.BOOKING.countedUpTo();
    }

    /** Where Kafka puts the key. */
    @Override
    public Set<Integer> partitions() {
        int hash = Utils.toPositive(Utils.murmur2(bookingId.toString().getBytes(UTF_8)));
        return Set.of(hash % Home.BOOKING.partitions());
    }

    @Override
    public List<BookingTimeline> read(PartitionReader partition) {
        return partition
                .<String, Facts>find(bookingId.toString())
                .filter(facts -> facts.tenant().equals(tenant))
                .map(BookingTimeline::of)
                .stream()
                .toList();
    }

    @Override
    public String path() {
        return "/internal/analytics/bookings/" + bookingId + "/timeline";
    }

    @Override
    public Wire<BookingTimeline> wire() {
        return Wire.json(BookingTimeline.class);
    }
}
