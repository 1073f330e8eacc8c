package rw.ishemalink.compliance.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import rw.ishemalink.kit.outbox.Correlation;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;

/**
 * While a device gives no answer, signs the sales that wait for it, in their order. Their jobs stay; the official receipt
 * replaces the signature when the device is back.
 */
@ApplicationScoped
class LocalSigning {

    private static final String SILENT_DEVICE = """
            select * from fiscal_device d
             where failures > 0 and exists (
               select from receipt_job j
                where j.tin = d.tin and j.branch = d.branch and j.kind = 'SALE' and j.state = 'OPEN'
                  and not exists (select from fiscal_receipt r where r.job_id = j.job_id))
             limit 1 for no key update skip locked""";

    private static final String OLDEST_UNSIGNED = """
            select * from receipt_job j
             where tin = :tin and branch = :branch and kind = 'SALE' and state = 'OPEN'
               and not exists (select from fiscal_receipt r where r.job_id = j.job_id)
             order by job_id limit 1""";

    private static final String TAKE_NUMBER = """
            update fiscal_device set last_local_number = last_local_number + 1
             where tin = :tin and branch = :branch returning last_local_number""";

    private final UnitOfWork unitOfWork;
    private final ReceiptDrafts drafts;
    private final Receipts receipts;

    LocalSigning(UnitOfWork unitOfWork, ReceiptDrafts drafts, Receipts receipts) {
        this.unitOfWork = unitOfWork;
        this.drafts = drafts;
        this.receipts = receipts;
    }

    /** Signs one sale; false when none waits for a silent device. */
    boolean step() {
        return unitOfWork.call(tx -> {
            Optional<DeviceRow> silent = tx.sql()
                    .createQuery(SILENT_DEVICE)
                    .map(ConstructorMapper.of(DeviceRow.class))
                    .findOne();
            silent.ifPresent(device -> sign(tx, device));
            return silent.isPresent();
        });
    }

    private void sign(Tx tx, DeviceRow device) {
        Handle sql = tx.sql();
        ReceiptJob job = sql.createQuery(OLDEST_UNSIGNED)
                .bindMethods(device)
                .map(ConstructorMapper.of(ReceiptJob.class))
                .one();
        long number = sql.createQuery(TAKE_NUMBER)
                .bindMethods(device)
                .mapTo(Long.class)
                .one();
        OffsetDateTime now =
                sql.createQuery("select now()").mapTo(OffsetDateTime.class).one();
        Correlation.begin(job.correlationId());
        receipts.add(tx, device.tin(), drafts.local(device, job, number, now.toInstant()));
    }
}
