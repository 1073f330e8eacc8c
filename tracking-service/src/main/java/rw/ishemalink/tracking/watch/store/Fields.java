package rw.ishemalink.tracking.watch.store;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.tracking.SealState;
import rw.ishemalink.tracking.detect.TripPlan;
import rw.ishemalink.tracking.detect.VehicleClass;
import rw.ishemalink.tracking.geofence.GeoPoint;
import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.trip.TripKind;

/** The parts that stores and internal topics consist of, field by field. Times are good to the microsecond, as on the topics. */
final class Fields {

    private static final int MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;

    private Fields() {}

    /** Writes one value. */
    @FunctionalInterface
    interface Writing<T> {
        void write(DataOutput out, T value) throws IOException;
    }

    /** Reads one value. */
    @FunctionalInterface
    interface Reading<T> {
        T read(DataInput in) throws IOException;
    }

    static <T> void maybe(DataOutput out, @Nullable T value, Writing<T> writing) throws IOException {
        out.writeBoolean(value != null);
        if (value != null) {
            writing.write(out, value);
        }
    }

    static <T> @Nullable T maybe(DataInput in, Reading<T> reading) throws IOException {
        return in.readBoolean() ? reading.read(in) : null;
    }

    static <T> void list(DataOutput out, List<T> values, Writing<T> writing) throws IOException {
        out.writeShort(values.size());
        for (T value : values) {
            writing.write(out, value);
        }
    }

    static <T> List<T> list(DataInput in, Reading<T> reading) throws IOException {
        int size = in.readUnsignedShort();
        List<T> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(reading.read(in));
        }
        return values;
    }

    static void time(DataOutput out, Instant time) throws IOException {
        out.writeLong(TimeUnit.SECONDS.toMicros(time.getEpochSecond()) + TimeUnit.NANOSECONDS.toMicros(time.getNano()));
    }

    static Instant time(DataInput in) throws IOException {
        long micros = in.readLong();
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, MICROS_PER_SECOND),
                (long) Math.floorMod(micros, MICROS_PER_SECOND) * NANOS_PER_MICRO);
    }

    static void uuid(DataOutput out, UUID id) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    static UUID uuid(DataInput in) throws IOException {
        return new UUID(in.readLong(), in.readLong());
    }

    static void point(DataOutput out, GeoPoint point) throws IOException {
        out.writeDouble(point.latitude());
        out.writeDouble(point.longitude());
    }

    static GeoPoint point(DataInput in) throws IOException {
        return new GeoPoint(in.readDouble(), in.readDouble());
    }

    static void bytes(DataOutput out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static byte[] bytes(DataInput in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return bytes;
    }

    static void position(DataOutput out, Position position) throws IOException {
        out.writeUTF(position.tenant());
        uuid(out, position.vehicleId());
        uuid(out, position.driverId());
        point(out, position.point());
        maybe(out, position.speedKmh(), DataOutput::writeDouble);
        maybe(out, position.bearingDegrees(), DataOutput::writeDouble);
        maybe(out, position.accuracyMetres(), DataOutput::writeDouble);
        maybe(out, position.altitudeMetres(), DataOutput::writeDouble);
        maybe(out, position.deviceId(), Fields::uuid);
        maybe(out, position.batteryPercent(), DataOutput::writeInt);
        maybe(out, position.sealState(), (o, state) -> o.writeUTF(state.name()));
        maybe(out, position.sealNumber(), DataOutput::writeUTF);
        time(out, position.recordedAt());
        time(out, position.receivedAt());
    }

    static Position position(DataInput in) throws IOException {
        return new Position(
                in.readUTF(),
                uuid(in),
                uuid(in),
                point(in),
                maybe(in, DataInput::readDouble),
                maybe(in, DataInput::readDouble),
                maybe(in, DataInput::readDouble),
                maybe(in, DataInput::readDouble),
                maybe(in, Fields::uuid),
                maybe(in, DataInput::readInt),
                maybe(in, i -> SealState.valueOf(i.readUTF())),
                maybe(in, DataInput::readUTF),
                time(in),
                time(in));
    }

    static void plan(DataOutput out, TripPlan plan) throws IOException {
        uuid(out, plan.bookingId());
        out.writeUTF(plan.tenant());
        out.writeUTF(plan.kind().name());
        uuid(out, plan.driverId());
        uuid(out, plan.vehicleId());
        maybe(out, plan.vehicleClass(), (o, kind) -> o.writeUTF(kind.name()));
        maybe(out, plan.pickup().orElse(null), Fields::point);
        maybe(out, plan.originDistrict().orElse(null), DataOutput::writeUTF);
        maybe(out, plan.destination().orElse(null), Fields::point);
        maybe(out, plan.destinationDistrict().orElse(null), DataOutput::writeUTF);
        maybe(out, plan.borderPost().orElse(null), DataOutput::writeUTF);
        out.writeBoolean(plan.bonded());
        time(out, plan.assignedAt());
        maybe(out, plan.pickedUpAt(), Fields::time);
        maybe(out, plan.endedAt(), Fields::time);
    }

    static TripPlan plan(DataInput in) throws IOException {
        return new TripPlan(
                uuid(in),
                in.readUTF(),
                TripKind.valueOf(in.readUTF()),
                uuid(in),
                uuid(in),
                maybe(in, i -> VehicleClass.valueOf(i.readUTF())),
                Optional.ofNullable(maybe(in, Fields::point)),
                Optional.ofNullable(maybe(in, DataInput::readUTF)),
                Optional.ofNullable(maybe(in, Fields::point)),
                Optional.ofNullable(maybe(in, DataInput::readUTF)),
                Optional.ofNullable(maybe(in, DataInput::readUTF)),
                in.readBoolean(),
                time(in),
                maybe(in, Fields::time),
                maybe(in, Fields::time));
    }
}
