package rw.ishemalink.tracking.watch.store;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.kafka.common.serialization.Serde;
import rw.ishemalink.tracking.detect.Plausibility.Trust;
import rw.ishemalink.tracking.detect.TripMemoryCodec;
import rw.ishemalink.tracking.watch.Gap;
import rw.ishemalink.tracking.watch.RoutedTrip;
import rw.ishemalink.tracking.watch.TripNews;
import rw.ishemalink.tracking.watch.VehicleWatch;
import rw.ishemalink.tracking.watch.VehicleWatch.Waiting;
import rw.ishemalink.tracking.watch.WatchedTrip;

/** What is remembered, and what is passed on inside, as bytes. */
final class WatchSerdes {

    private static final byte VERSION = 1;

    static final Serde<TripNews> NEWS = Compact.of(VERSION, WatchSerdes::write, WatchSerdes::readNews);

    static final Serde<RoutedTrip> ROUTED = Compact.of(VERSION, WatchSerdes::write, WatchSerdes::readRouted);

    static final Serde<EventNumber> NUMBER = Compact.of(VERSION, WatchSerdes::write, WatchSerdes::readNumber);

    static final Serde<VehicleWatch> WATCH = Compact.of(VERSION, WatchSerdes::write, WatchSerdes::readWatch);

    private WatchSerdes() {}

    private static void write(DataOutput out, TripNews news) throws IOException {
        Fields.plan(out, news.plan());
        out.writeUTF(news.reason().name());
        out.writeUTF(news.correlationId());
    }

    private static TripNews readNews(DataInput in) throws IOException {
        return new TripNews(Fields.plan(in), TripNews.Reason.valueOf(in.readUTF()), in.readUTF());
    }

    private static void write(DataOutput out, RoutedTrip trip) throws IOException {
        Fields.plan(out, trip.plan());
        out.writeLong(trip.sequence());
    }

    private static RoutedTrip readRouted(DataInput in) throws IOException {
        return new RoutedTrip(Fields.plan(in), in.readLong());
    }

    private static void write(DataOutput out, EventNumber number) throws IOException {
        out.writeLong(number.sequence());
        Fields.time(out, number.at());
    }

    private static EventNumber readNumber(DataInput in) throws IOException {
        return new EventNumber(in.readLong(), Fields.time(in));
    }

    private static void write(DataOutput out, VehicleWatch watch) throws IOException {
        Fields.maybe(out, watch.trust().believed(), Fields::position);
        Fields.maybe(out, watch.trust().suspect(), Fields::position);
        Fields.list(out, watch.waiting(), WatchSerdes::write);
        Fields.list(out, watch.trips(), WatchSerdes::write);
        Fields.time(out, watch.toldUntil());
        Fields.time(out, watch.toldAt());
        Fields.time(out, watch.heardAt());
    }

    private static VehicleWatch readWatch(DataInput in) throws IOException {
        return new VehicleWatch(
                new Trust(Fields.maybe(in, Fields::position), Fields.maybe(in, Fields::position)),
                Fields.list(in, WatchSerdes::readWaiting),
                Fields.list(in, WatchSerdes::readTrip),
                Fields.time(in),
                Fields.time(in),
                Fields.time(in));
    }

    private static void write(DataOutput out, Waiting waiting) throws IOException {
        Fields.position(out, waiting.position());
        Fields.time(out, waiting.heardAt());
    }

    private static Waiting readWaiting(DataInput in) throws IOException {
        return new Waiting(Fields.position(in), Fields.time(in));
    }

    private static void write(DataOutput out, WatchedTrip trip) throws IOException {
        Fields.plan(out, trip.plan());
        out.writeUTF(trip.correlationId());
        Fields.bytes(out, TripMemoryCodec.write(trip.memory()));
        Fields.maybe(out, trip.latest(), Fields::position);
        Fields.list(out, trip.gaps(), WatchSerdes::write);
        out.writeBoolean(trip.ended());
    }

    private static WatchedTrip readTrip(DataInput in) throws IOException {
        return new WatchedTrip(
                Fields.plan(in),
                in.readUTF(),
                TripMemoryCodec.read(Fields.bytes(in)),
                Fields.maybe(in, Fields::position),
                Fields.list(in, WatchSerdes::readGap),
                in.readBoolean());
    }

    private static void write(DataOutput out, Gap gap) throws IOException {
        Fields.maybe(out, gap.from(), Fields::position);
        Fields.time(out, gap.since());
        Fields.time(out, gap.until());
        Fields.bytes(out, TripMemoryCodec.write(gap.before()));
    }

    private static Gap readGap(DataInput in) throws IOException {
        return new Gap(
                Fields.maybe(in, Fields::position),
                Fields.time(in),
                Fields.time(in),
                TripMemoryCodec.read(Fields.bytes(in)));
    }
}
