package rw.ishemalink.tracking.history;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.outbox.Columns;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.reads.Reads;
import rw.ishemalink.tracking.position.Position;

/** The tracks as rows: segments in a table with a partition for each day. */
@ApplicationScoped
public class TrackStore implements Track, SegmentLog {

    private static final int ROWS_A_STATEMENT = 5_000;

    /** Who sent that many at once, after an outage, gains nothing from merging. */
    private static final int FIXES_NOT_MERGED = Segments.MOST_FIXES / 2;

    private static final Columns<Segment> COLUMNS = new Columns<Segment>()
            .with("tenant", "text", Segment::tenant)
            .with("vehicle_id", "uuid", Segment::vehicleId)
            .with("driver_id", "uuid", Segment::driverId)
            .with("from_at", "timestamptz", Segment::fromAt)
            .with("to_at", "timestamptz", Segment::toAt)
            .with("fixes", "int", Segment::fixes)
            .with("points", "bytea", Segment::points);

    /** Of drivers who were forgotten nothing is written, though they send on. */
    private static final String INSERT = """
            insert into track_segment (merged, %1$s)
            select :merged or fixes >= :full, %1$s from %2$s
             where not exists (select from erased_person e where e.person_id = told.driver_id)""".formatted(COLUMNS.names(), COLUMNS.relation("told"));

    /** A segment begins in the hour in which it ends, so those wanted are one range of the index. */
    private static final String FIND = """
            select %s from track_segment
             where merged = any(array[true, false]) and vehicle_id = :vehicleId
               and from_at >= :fromHour and from_at < :until and to_at >= :from
               and (cast(:driverId as uuid) is null or driver_id = :driverId)
             order by""".formatted(COLUMNS.names());

    private static final String TAKE_UNMERGED = """
            delete from track_segment
             where not merged and vehicle_id = any(:vehicles) and from_at >= :hour and from_at < :next
            returning %s""".formatted(COLUMNS.names());

    private static final RowMapper<Segment> SEGMENT = ConstructorMapper.of(Segment.class);

    private final UnitOfWork unitOfWork;
    private final Reads reads;
    private final TrackPartitions partitions;

    TrackStore(UnitOfWork unitOfWork, Reads reads, TrackPartitions partitions) {
        this.unitOfWork = unitOfWork;
        this.reads = reads;
        this.partitions = partitions;
    }

    /** Keeps the segments; those that are older than anything that is kept are passed over. */
    @Override
    public void write(List<Segment> segments) {
        List<Segment> kept = partitions.keepable(segments);
        unitOfWork.run(tx -> insert(tx.sql(), kept, false));
    }

    /** Joined to what is live, so from where it was written. */
    @Override
    public List<Position> find(UUID vehicleId, Instant from, Instant until, int most) {
        Span span = new Span(vehicleId, null, from, until);
        return unitOfWork.read(sql -> newest(sql, span, most));
    }

    /**
     * The positions in that span, each once, in their order; perhaps some seconds old.
     *
     * @param most the newest of them, if there are more
     */
    List<Position> find(Span span, int most) {
        return reads.read(sql -> newest(sql, span, most));
    }

    /** The same, but the oldest, if there are more than that many. */
    List<Position> findOldest(Span span, int most) {
        return reads.read(sql -> read(sql, span, "from_at", TrackReading.oldest(span, most)));
    }

    private static List<Position> newest(Handle sql, Span span, int most) {
        return read(sql, span, "to_at desc", TrackReading.newest(span, most));
    }

    private static List<Position> read(Handle sql, Span span, String order, TrackReading reading) {
        try (var rows = sql.createQuery(FIND + " " + order)
                .bind("vehicleId", span.vehicleId())
                .bind("driverId", span.driverId())
                .bind("fromHour", Segments.hourOf(span.from()))
                .bind("from", span.from())
                .bind("until", span.until())
                .map(SEGMENT)
                .iterator()) {
            while (rows.hasNext() && reading.take(rows.next())) {}
        }
        return reading.list();
    }

    /** The first hour that has something to be merged and began before that. */
    Optional<Instant> findUnmergedHour(Instant before) {
        return unitOfWork
                .read(sql -> sql.createQuery(
                                "select min(from_at) from track_segment where not merged and from_at < :before")
                        .bind("before", before)
                        .mapTo(Instant.class)
                        .findOne())
                .map(Segments::hourOf);
    }

    /** Vehicles with something to be merged in that hour, in their order, behind that one. */
    List<UUID> listUnmerged(Instant hour, Instant next, @Nullable UUID after, int most) {
        return unitOfWork.read(sql -> sql.createQuery("""
                        select distinct vehicle_id from track_segment
                         where not merged and from_at >= :hour and from_at < :next
                           and (cast(:after as uuid) is null or vehicle_id > :after)
                         order by vehicle_id limit :most""")
                .bind("hour", hour)
                .bind("next", next)
                .bind("after", after)
                .bind("most", most)
                .mapTo(UUID.class)
                .list());
    }

    /** Makes one of each vehicle's segments of that hour, as far as they fit. Others may do so at the same time. */
    void merge(Collection<UUID> vehicles, Instant hour, Instant next) {
        unitOfWork.run(tx -> {
            List<Segment> pieces = tx.sql()
                    .createQuery(TAKE_UNMERGED)
                    .bindArray("vehicles", UUID.class, vehicles)
                    .bind("hour", hour)
                    .bind("next", next)
                    .map(SEGMENT)
                    .list();
            List<Position> fixes = new ArrayList<>();
            pieces.forEach(piece -> fixes.addAll(Segments.open(piece)));
            insert(tx.sql(), Segments.cut(fixes), true);
        });
    }

    private static void insert(Handle sql, List<Segment> segments, boolean merged) {
        for (int first = 0; first < segments.size(); first += ROWS_A_STATEMENT) {
            List<Segment> some = segments.subList(first, Math.min(segments.size(), first + ROWS_A_STATEMENT));
            COLUMNS.bindTo(sql.createUpdate(INSERT), some)
                    .bind("merged", merged)
                    .bind("full", FIXES_NOT_MERGED)
                    .execute();
        }
    }
}
