package rw.ishemalink.tracking.detect;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.tracking.SealState;
import rw.ishemalink.tracking.detect.TripMemory.Arrival;
import rw.ishemalink.tracking.detect.TripMemory.Border;
import rw.ishemalink.tracking.detect.TripMemory.Heading;
import rw.ishemalink.tracking.detect.TripMemory.Motion;
import rw.ishemalink.tracking.detect.TripMemory.Seal;
import rw.ishemalink.tracking.detect.TripMemory.Speeding;
import rw.ishemalink.tracking.detect.TripMemory.Start;
import rw.ishemalink.tracking.detect.TripMemory.Stop;
import rw.ishemalink.tracking.detect.TripMemory.Straying;
import rw.ishemalink.tracking.detect.TripMemory.Visit;

/**
 * A trip's memory as bytes: a version, then the slices in the order of {@link TripMemory}, those that may be missing
 * behind a byte that says whether they are. A new shape gets a new version, and this one stays readable.
 */
public final class TripMemoryCodec {

    private static final byte VERSION = 1;

    /** More than all slices without the texts in them. */
    private static final int FIXED_BYTES = 400;

    /** More than a text's length, a time and a flag. */
    private static final int VISIT_BYTES = 16;

    /** A UTF-16 unit takes at most so many in UTF-8. */
    private static final int BYTES_PER_CHAR = 3;

    private TripMemoryCodec() {}

    public static byte[] write(TripMemory memory) {
        ByteBuffer out = ByteBuffer.allocate(room(memory)).put(VERSION);
        Bytes.time(out, memory.settledUntil());
        write(out, memory.start());
        Bytes.maybe(out, memory.motion(), TripMemoryCodec::write);
        Bytes.maybe(out, memory.stop(), TripMemoryCodec::write);
        out.put((byte) memory.visits().size());
        memory.visits().forEach(visit -> write(out, visit));
        Bytes.maybe(out, memory.speeding(), TripMemoryCodec::write);
        Bytes.maybe(out, memory.straying(), TripMemoryCodec::write);
        Bytes.maybe(out, memory.heading(), TripMemoryCodec::write);
        Bytes.maybe(out, memory.seal(), TripMemoryCodec::write);
        Bytes.maybe(out, memory.silence(), Bytes::time);
        Bytes.maybe(out, memory.arrival(), TripMemoryCodec::write);
        Bytes.text(out, memory.border().name());
        return Arrays.copyOf(out.array(), out.position());
    }

    /** Throws IllegalArgumentException where the version is not known. */
    public static TripMemory read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte version = in.get();
        if (version != VERSION) {
            throw new IllegalArgumentException("trip memory of version " + version);
        }
        return new TripMemory(
                Bytes.time(in),
                readStart(in),
                Bytes.maybe(in, TripMemoryCodec::readMotion),
                Bytes.maybe(in, TripMemoryCodec::readStop),
                readVisits(in),
                Bytes.maybe(in, TripMemoryCodec::readSpeeding),
                Bytes.maybe(in, TripMemoryCodec::readStraying),
                Bytes.maybe(in, TripMemoryCodec::readHeading),
                Bytes.maybe(in, TripMemoryCodec::readSeal),
                Bytes.maybe(in, Bytes::time),
                Bytes.maybe(in, TripMemoryCodec::readArrival),
                Border.valueOf(Bytes.text(in)));
    }

    private static int room(TripMemory memory) {
        int room = FIXED_BYTES;
        for (Visit visit : memory.visits()) {
            room += VISIT_BYTES + visit.geofence().length() * BYTES_PER_CHAR;
        }
        @Nullable String seal = memory.seal() == null ? null : memory.seal().number();
        return seal == null ? room : room + seal.length() * BYTES_PER_CHAR;
    }

    private static void write(ByteBuffer out, Start start) {
        Bytes.flag(out, start.started());
        Bytes.maybe(out, start.waitsAt(), Bytes::point);
        Bytes.flag(out, start.delayTold());
    }

    private static Start readStart(ByteBuffer in) {
        return new Start(Bytes.flag(in), Bytes.maybe(in, Bytes::point), Bytes.flag(in));
    }

    private static void write(ByteBuffer out, Motion motion) {
        Bytes.sighting(out, motion.last());
        Bytes.sighting(out, motion.counted());
        Bytes.maybe(out, motion.speedKmh(), ByteBuffer::putDouble);
        out.putDouble(motion.travelledMetres()).putLong(motion.movingMillis());
    }

    private static Motion readMotion(ByteBuffer in) {
        return new Motion(
                Bytes.sighting(in),
                Bytes.sighting(in),
                Bytes.maybe(in, ByteBuffer::getDouble),
                in.getDouble(),
                in.getLong());
    }

    private static void write(ByteBuffer out, Stop stop) {
        Bytes.point(out, stop.anchor());
        Bytes.time(out, stop.since());
        Bytes.flag(out, stop.told());
    }

    private static Stop readStop(ByteBuffer in) {
        return new Stop(Bytes.point(in), Bytes.time(in), Bytes.flag(in));
    }

    private static void write(ByteBuffer out, Visit visit) {
        Bytes.text(out, visit.geofence());
        Bytes.time(out, visit.since());
        Bytes.flag(out, visit.dwellTold());
    }

    private static List<Visit> readVisits(ByteBuffer in) {
        return IntStream.range(0, in.get())
                .mapToObj(_ -> new Visit(Bytes.text(in), Bytes.time(in), Bytes.flag(in)))
                .toList();
    }

    private static void write(ByteBuffer out, Speeding speeding) {
        Bytes.time(out, speeding.since());
        Bytes.time(out, speeding.lastAt());
        out.putInt(speeding.fixes()).putDouble(speeding.highestKmh());
        Bytes.flag(out, speeding.told());
    }

    private static Speeding readSpeeding(ByteBuffer in) {
        return new Speeding(Bytes.time(in), Bytes.time(in), in.getInt(), in.getDouble(), Bytes.flag(in));
    }

    private static void write(ByteBuffer out, Straying straying) {
        Bytes.time(out, straying.since());
        out.putInt(straying.fixes()).putDouble(straying.farthestMetres());
        Bytes.flag(out, straying.told());
    }

    private static Straying readStraying(ByteBuffer in) {
        return new Straying(Bytes.time(in), in.getInt(), in.getDouble(), Bytes.flag(in));
    }

    private static void write(ByteBuffer out, Heading heading) {
        out.putDouble(heading.nearestMetres());
        Bytes.time(out, heading.nearestAt());
    }

    private static Heading readHeading(ByteBuffer in) {
        return new Heading(in.getDouble(), Bytes.time(in));
    }

    private static void write(ByteBuffer out, Seal seal) {
        Bytes.text(out, seal.state().name());
        Bytes.maybe(out, seal.number(), Bytes::text);
    }

    private static Seal readSeal(ByteBuffer in) {
        return new Seal(SealState.valueOf(Bytes.text(in)), Bytes.maybe(in, Bytes::text));
    }

    private static void write(ByteBuffer out, Arrival arrival) {
        Bytes.time(out, arrival.askedAt());
        Bytes.time(out, arrival.arrivalAt());
    }

    private static Arrival readArrival(ByteBuffer in) {
        return new Arrival(Bytes.time(in), Bytes.time(in));
    }
}
