package rw.ishemalink.analytics;

import java.time.InstantSource;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import rw.ishemalink.analytics.booking.BookingStream;
import rw.ishemalink.analytics.drivers.DriversStream;
import rw.ishemalink.analytics.facts.FactsChanged;
import rw.ishemalink.analytics.facts.FactsStream;
import rw.ishemalink.analytics.facts.Pseudonyms;
import rw.ishemalink.analytics.facts.Told;
import rw.ishemalink.analytics.law.LawStream;
import rw.ishemalink.analytics.revenue.RevenueStream;
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
        KStream<String, Told> told = facts.told(bookings, payments, compliance)
                .merge(law.check(bookings, payments, compliance), Named.as("told-with-law"));
        // Whoever tells of bookings by another way (messages, forgotten people) is merged here, by booking.
        // What it returns are the changes by booking: whoever counts by another key (drivers, customers) takes them
        // from there.
        KStream<String, FactsChanged> changed = facts.gather(told, pseudonyms, law.known());
        DriversStream.rank(changed, InstantSource.system());

        RevenueStream.sum(BookingStream.corrections(bookings));
        return builder.build();
    }
}
