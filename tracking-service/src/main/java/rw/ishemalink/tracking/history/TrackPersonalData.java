package rw.ishemalink.tracking.history;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.privacy.Erasure;
import rw.ishemalink.kit.privacy.PersonalData;
import rw.ishemalink.kit.privacy.PersonalSet;
import rw.ishemalink.tracking.position.Position;

/** Where drivers were, hour by hour. Forgotten as a whole, for a track with coarse places says as much. */
@ApplicationScoped
class TrackPersonalData implements PersonalData {

    /** By hours, which segments never cross: so a row is the same before and after its segments are merged. */
    private static final String TRACKS = """
            select concat(vehicle_id, ' ', cast(extract(epoch from date_trunc('hour', from_at, 'UTC')) as bigint)) as part,
                   vehicle_id, date_trunc('hour', from_at, 'UTC') as hour, array_agg(points) as fixes
              from track_segment where tenant = :tenant and driver_id = :personId
             group by vehicle_id, date_trunc('hour', from_at, 'UTC')""";

    /** PostgreSQL's text of bytes begins with {@code \\x}. */
    private static final int BEFORE_HEX = 2;

    /** Tenant, vehicle and driver of a fix are not among what is read here. */
    private static final UUID NOBODY = new UUID(0, 0);

    /** A fix as the person reads it. */
    record OwnFix(
            Instant recordedAt,
            double latitude,
            double longitude,
            @Nullable Double speedKmh) {}

    @Override
    public List<PersonalSet> sets() {
        return List.of(new PersonalSet("tracks", "part", TRACKS, List.of(), Map.of("fixes", TrackPersonalData::read)));
    }

    @Override
    public Optional<String> findObstacle(Handle sql, String tenant, UUID personId) {
        return Optional.empty();
    }

    @Override
    public Erasure erase(Tx tx, String tenant, UUID personId) {
        return Erasure.of(tx.sql()
                .createUpdate("delete from track_segment where tenant = :tenant and driver_id = :personId")
                .bind("tenant", tenant)
                .bind("personId", personId)
                .execute());
    }

    private static Object read(Object segments) {
        TreeMap<Instant, Position> fixes = new TreeMap<>();
        for (Object segment : (List<?>) segments) {
            byte[] points = HexFormat.of().parseHex(segment.toString().substring(BEFORE_HEX));
            SegmentCodec.decode("", NOBODY, NOBODY, points).forEach(fix -> Segments.keep(fixes, fix));
        }
        return fixes.values().stream()
                .map(fix -> new OwnFix(
                        fix.recordedAt(), fix.point().latitude(), fix.point().longitude(), fix.speedKmh()))
                .toList();
    }
}
