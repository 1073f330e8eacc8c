package rw.ishemalink.analytics.customers;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import rw.ishemalink.analytics.facts.CustomerIndex;
import rw.ishemalink.analytics.facts.ForgetCustomer;
import rw.ishemalink.analytics.facts.Pseudonyms;
import rw.ishemalink.analytics.facts.Told;
import rw.ishemalink.analytics.store.HappenedAt;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.privacy.PrivacyRequest;
import rw.ishemalink.schemas.privacy.PrivacyWish;
import rw.ishemalink.schemas.wire.EventReader;
import rw.ishemalink.streams.EventSerde;

/**
 * The stream {@code privacy.requests}: who wishes to be forgotten. What customers add up to keeps nothing of them
 * (docs/privacy.md), and the facts of their bookings lose the name, wherever they are.
 */
public final class ForgetStream {

    /** Internal topic: each customer who is to be forgotten, to every partition of the bookings. */
    public static final String FORGOTTEN = "forgotten-customers";

    private ForgetStream() {}

    /** Adds the wishes to the topology: tenants by the customer who is to be forgotten. */
    public static KStream<String, String> customers(StreamsBuilder builder, EventReader reader, Pseudonyms pseudonyms) {
        return builder.stream(
                        Topics.PRIVACY_REQUESTS.topicName(),
                        Consumed.with(Serdes.String(), (Serde<PrivacyRequest>)
                                        EventSerde.of(Topics.PRIVACY_REQUESTS, PrivacyRequest.class, reader))
                                .withTimestampExtractor(new HappenedAt())
                                .withName("privacy-requests"))
                .filter((_, request) -> request.getWish() == PrivacyWish.ERASE, Named.as("wishes-to-be-forgotten"))
                .map(
                        (_, request) -> KeyValue.pair(
                                pseudonyms.of(request.getPersonId()),
                                request.getMetadata().getTenant()),
                        Named.as("names-of-forgotten"));
    }

    /** Adds what the facts hear of it: that they lose the name, by booking. */
    public static KStream<String, Told> bookings(KStream<String, String> customers) {
        return customers
                .repartition(Repartitioned.<String, String>as(FORGOTTEN)
                        .withKeySerde(Serdes.String())
                        .withValueSerde(Serdes.String())
                        .withNumberOfPartitions(Topics.BOOKING_FACTS.partitions())
                        .withStreamPartitioner((_, _, _, partitions) -> all(partitions)))
                .process(
                        (ProcessorSupplier<String, String, String, Told>) ForgetCustomer::new,
                        Named.as("forget-customer"),
                        CustomerIndex.STORE);
    }

    /** A customer's bookings are anywhere. */
    private static Optional<Set<Integer>> all(int partitions) {
        return Optional.of(IntStream.range(0, partitions).boxed().collect(Collectors.toSet()));
    }
}
