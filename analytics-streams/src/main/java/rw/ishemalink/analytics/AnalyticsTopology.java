package rw.ishemalink.analytics;

import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.KStream;
import rw.ishemalink.analytics.booking.BookingStream;
import rw.ishemalink.analytics.booking.Correction;
import rw.ishemalink.analytics.law.LawStream;
import rw.ishemalink.analytics.revenue.RevenueStream;
import rw.ishemalink.analytics.standings.StandingsStream;
import rw.ishemalink.schemas.wire.EventReader;

/** The whole topology on one screen; its picture is in docs/topology.md. */
public final class AnalyticsTopology {

    private AnalyticsTopology() {}

    /** The topology under those settings. */
    public static Topology build(StreamsConfig settings, EventReader reader) {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(settings));
        var events = BookingStream.events(builder, reader);
        KStream<String, Correction> bookings = BookingStream.corrections(events);
        RevenueStream.sum(bookings);
        StandingsStream.rank(bookings);
        LawStream.check(builder, events, reader);
        return builder.build();
    }
}
