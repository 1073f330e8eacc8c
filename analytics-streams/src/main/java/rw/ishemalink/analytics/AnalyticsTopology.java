package rw.ishemalink.analytics;

import java.time.InstantSource;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import rw.ishemalink.analytics.customers.CustomerStream;
import rw.ishemalink.analytics.customers.ForgetStream;
import rw.ishemalink.analytics.drivers.DriversStream;
import rw.ishemalink.analytics.facts.FactsChanged;
import rw.ishemalink.analytics.facts.FactsStream;
import rw.ishemalink.analytics.facts.Pseudonyms;
import rw.ishemalink.analytics.facts.Told;
import rw.ishemalink.analytics.law.LawStream;
import rw.ishemalink.analytics.messages.MessageStream;
import rw.ishemalink.analytics.traffic.TrafficStream;
import rw.ishemalink.schemas.wire.EventReader;

/** The whole topology on one screen; its picture is in docs/topology.md. */
public final class AnalyticsTopology {

    private AnalyticsTopology() {}

    /** The topology under those settings. */
    public static Topology build(StreamsConfig settings, EventReader reader, Pseudonyms pseudonyms) {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(settings));
        String generation = settings.getString(StreamsConfig.APPLICATION_ID_CONFIG);
        FactsStream facts = new FactsStream(builder, reader, generation);
        LawStream law = new LawStream();

        var bookings = facts.bookings();
        var payments = facts.payments();
        var compliance = facts.compliance();
        var forgotten = ForgetStream.customers(builder, reader, pseudonyms);
        KStream<String, Told> told = facts.told(bookings, payments, compliance)
                .merge(law.check(bookings, payments, compliance), Named.as("told-with-law"))
                .merge(MessageStream.told(builder, reader), Named.as("told-with-messages"))
                .merge(ForgetStream.bookings(forgotten), Named.as("told-with-forgotten"));
        // What it returns are the changes by booking: whoever counts by another key (drivers, customers) takes them
        // from there.
        KStream<String, FactsChanged> changes = facts.gather(told, pseudonyms, law.known());
        DriversStream.rank(changes, InstantSource.system());
        CustomerStream.count(changes, forgotten);
        TrafficStream.count(builder, reader);
        return builder.build();
    }
}
