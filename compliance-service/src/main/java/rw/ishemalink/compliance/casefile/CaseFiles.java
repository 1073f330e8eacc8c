package rw.ishemalink.compliance.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** The case files on record. An event that is older than what is on record changes nothing. */
@ApplicationScoped
public class CaseFiles {

    private static final String SAVE = """
            insert into case_file (booking_id, tenant, tracking_code, kind, status, sender_id, origin, destination,
                                   total_rwf, tax_class, driver_id, vehicle_plate, booking_sequence)
            values (:bookingId, :tenant, :trackingCode, :kind, :status, :senderId, :origin, :destination,
                    :totalRwf, :taxClass, :driverId, :vehiclePlate, :bookingSequence)
            on conflict (booking_id) do update
               set status = excluded.status, origin = excluded.origin, destination = excluded.destination,
                   total_rwf = excluded.total_rwf, tax_class = excluded.tax_class, driver_id = excluded.driver_id,
                   vehicle_plate = excluded.vehicle_plate, booking_sequence = excluded.booking_sequence
             where case_file.booking_sequence < excluded.booking_sequence
            returning old.status""";

    private static final String BY_ID = "select * from case_file where booking_id = :bookingId";

    private final ExportFiles exports;

    CaseFiles(ExportFiles exports) {
        this.exports = exports;
    }

    /** What was on record before: null when nothing was. */
    public record Before(@Nullable BookingStatus status) {

        public boolean wasSold() {
            return status != null && status.isSold();
        }
    }

    /** Keeps the booking as it stands and says what was on record; empty, and nothing kept, when that is newer. */
    public Optional<Before> save(Handle sql, CaseFile file) {
        return sql.createQuery(SAVE)
                .bindMethods(file)
                .map(ConstructorMapper.of(Before.class))
                .findOne();
    }

    /** Keeps what customs need to know. */
    public void saveExport(Handle sql, ExportFile export) {
        exports.save(sql, export);
    }

    /** The booking, if it is the tenant's. */
    public Optional<CaseFile> findFor(Handle sql, String tenant, UUID bookingId) {
        return sql.createQuery(BY_ID + " and tenant = :tenant")
                .bind("bookingId", bookingId)
                .bind("tenant", tenant)
                .map(ConstructorMapper.of(CaseFile.class))
                .findOne();
    }

    /**
     * The booking, held until the transaction ends.
     *
     * @throws IllegalStateException when none is on record
     */
    public CaseFile getLocked(Handle sql, UUID bookingId) {
        return sql.createQuery(BY_ID + " for no key update")
                .bind("bookingId", bookingId)
                .map(ConstructorMapper.of(CaseFile.class))
                .findOne()
                .orElseThrow(() -> new IllegalStateException("no case file of booking " + bookingId));
    }

    /**
     * The bookings by their id, held until the transaction ends; without those that somebody else holds just now. So nobody
     * who holds several waits here for another who does.
     */
    public Map<UUID, CaseFile> listFree(Handle sql, List<UUID> bookingIds) {
        return sql
                .createQuery("select * from case_file where booking_id = any(:ids) for no key update skip locked")
                .bindArray("ids", UUID.class, bookingIds)
                .map(ConstructorMapper.of(CaseFile.class))
                .stream()
                .collect(Collectors.toMap(CaseFile::bookingId, Function.identity()));
    }

    /** What customs need to know of the booking, if it is an export. */
    public Optional<ExportFile> findExport(Handle sql, UUID bookingId) {
        return exports.find(sql, bookingId);
    }

    /**
     * The number of the next event about each booking; holds the bookings until the transaction ends. They are taken in the
     * order of their ids, so that two who number several do not wait for each other.
     */
    Map<UUID, Long> nextSequences(Handle sql, List<UUID> bookingIds) {
        return sql
                .createQuery("""
                        with held as materialized (
                          select booking_id from case_file where booking_id = any(:bookingIds)
                           order by booking_id for no key update)
                        update case_file c set event_sequence = event_sequence + 1
                          from held where c.booking_id = held.booking_id returning c.booking_id, c.event_sequence""")
                .bindArray("bookingIds", UUID.class, bookingIds)
                .map((row, _) -> Map.entry(row.getObject("booking_id", UUID.class), row.getLong("event_sequence")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The number of the next event about the booking; holds the booking until the transaction ends. */
    long nextSequence(Handle sql, UUID bookingId) {
        return sql.createQuery("""
                        update case_file set event_sequence = event_sequence + 1
                         where booking_id = :bookingId returning event_sequence""")
                .bind("bookingId", bookingId)
                .mapTo(Long.class)
                .one();
    }
}
