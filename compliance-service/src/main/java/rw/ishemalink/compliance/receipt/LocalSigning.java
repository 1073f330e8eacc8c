package rw.ishemalink.compliance.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;

/**
 * While a device gives no answer, signs the sales that wait for it, in their order. Their jobs stay; the official receipt
 * replaces the signature when the device is back. Once it has been silent for a day nothing is signed in its place
 * ({@link Standstill}).
 */
@ApplicationScoped
class LocalSigning {

    private static final String SILENT_DEVICE = """
            select * from fiscal_device d
             where failures > 0 and silent_since > now() - :validity * interval '1 millisecond' and exists (
               select from receipt_job j
                where j.tin = d.tin and j.branch = d.branch and j.kind = 'SALE' and j.state = 'OPEN'
                  and not exists (select from fiscal_receipt r where r.job_id = j.job_id))
             limit 1 for no key update skip locked""";

    private static final String OLDEST_UNSIGNED = """
            select * from receipt_job j
             where tin = :tin and branch = :branch and kind = 'SALE' and state = 'OPEN'
               and not exists (select from fiscal_receipt r where r.job_id = j.job_id)
             order by job_id limit :page""";

    private static final String TAKE_NUMBERS = """
            update fiscal_device set last_local_number = last_local_number + :count
             where tin = :tin and branch = :branch returning old.last_local_number""";

    private final UnitOfWork unitOfWork;
    private final ReceiptDrafts drafts;
    private final Receipts receipts;
    private final int pageSize;
    private final long validityMillis;

    LocalSigning(UnitOfWork unitOfWork, ReceiptDrafts drafts, Receipts receipts, ComplianceConfig config) {
        this.unitOfWork = unitOfWork;
        this.drafts = drafts;
        this.receipts = receipts;
        this.pageSize = config.vsdc().pageSize();
        this.validityMillis = config.localSignature().validity().toMillis();
    }

    /** Signs the oldest sales; false when none waits for a silent device. */
    boolean step() {
        return unitOfWork.call(tx -> {
            Optional<DeviceRow> silent = tx.sql()
                    .createQuery(SILENT_DEVICE)
                    .bind("validity", validityMillis)
                    .map(ConstructorMapper.of(DeviceRow.class))
                    .findOne();
            silent.ifPresent(device -> sign(tx, device));
            return silent.isPresent();
        });
    }

    private void sign(Tx tx, DeviceRow device) {
        Handle sql = tx.sql();
        List<ReceiptJob> jobs = sql.createQuery(OLDEST_UNSIGNED)
                .bindMethods(device)
                .bind("page", pageSize)
                .map(ConstructorMapper.of(ReceiptJob.class))
                .list();
        long before = sql.createQuery(TAKE_NUMBERS)
                .bindMethods(device)
                .bind("count", jobs.size())
                .mapTo(Long.class)
                .one();
        OffsetDateTime now =
                sql.createQuery("select now()").mapTo(OffsetDateTime.class).one();
        List<Receipts.Issued> signed = new ArrayList<>();
        for (ReceiptJob job : jobs) {
            signed.add(drafts.local(device, job, before + signed.size() + 1, now.toInstant()));
        }
        receipts.add(tx, device.tin(), signed);
    }
}
