package rw.ishemalink.compliance.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import rw.ishemalink.compliance.casefile.ComplianceEvents;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.schemas.compliance.ComplianceChange;

/**
 * Once a device has been silent for a day, tells of every booking that waits for it, once, why its dispatch does not go on.
 * A VSDC itself gives no receipts after a day without RRA (VSDC specification 2.2); neither do we in its place. Nothing is
 * lost: when the device is back, the jobs go on.
 */
@ApplicationScoped
class Standstill {

    /** Told as the reason. */
    static final String DEVICE_SILENT = "fiscal-device-silent";

    private static final String UNTOLD = """
            select j.* from receipt_job j join case_file c using (booking_id)
             where j.tin = d.tin and j.branch = d.branch and j.kind = 'SALE' and j.state = 'OPEN' and not j.told_to_stop
               and c.status = 'PAID'""";

    private static final String SILENT_DEVICE = """
            select * from fiscal_device d
             where silent_since <= now() - :validity * interval '1 millisecond' and exists (%s)
             limit 1 for no key update skip locked""".formatted(UNTOLD);

    private static final String TELL = """
            with untold as materialized (
              select j.job_id from fiscal_device d cross join lateral (%s) j
               where d.tin = :tin and d.branch = :branch order by j.job_id limit :page)
            update receipt_job j set told_to_stop = true from untold where j.job_id = untold.job_id
            returning j.*""".formatted(UNTOLD);

    private final UnitOfWork unitOfWork;
    private final ComplianceEvents events;
    private final long validityMillis;
    private final int pageSize;

    Standstill(UnitOfWork unitOfWork, ComplianceEvents events, ComplianceConfig config) {
        this.unitOfWork = unitOfWork;
        this.events = events;
        this.validityMillis = config.localSignature().validity().toMillis();
        this.pageSize = config.vsdc().pageSize();
    }

    /** Tells of the oldest; false when nobody is to be told. */
    boolean step() {
        return unitOfWork.call(tx -> {
            Optional<DeviceRow> silent = findSilent(tx.sql());
            silent.ifPresent(device -> tell(tx, device));
            return silent.isPresent();
        });
    }

    /** Holds the device, so that nobody records receipts of these jobs meanwhile. */
    private Optional<DeviceRow> findSilent(Handle sql) {
        return sql.createQuery(SILENT_DEVICE)
                .bind("validity", validityMillis)
                .map(ConstructorMapper.of(DeviceRow.class))
                .findOne();
    }

    private void tell(Tx tx, DeviceRow device) {
        List<ReceiptJob> jobs = tx.sql()
                .createQuery(TELL)
                .bindMethods(device)
                .bind("page", pageSize)
                .map(ConstructorMapper.of(ReceiptJob.class))
                .list();
        events.publishAll(tx, jobs.stream().map(Standstill::toFact).toList());
    }

    private static ComplianceEvents.Fact toFact(ReceiptJob job) {
        return new ComplianceEvents.Fact(
                job.tenant(),
                job.bookingId(),
                job.correlationId(),
                ComplianceChange.RECEIPT_STOPPED,
                event -> event.setReason(DEVICE_SILENT));
    }
}
