package rw.ishemalink.compliance.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.compliance.receipt.DeviceTask.Initialise;
import rw.ishemalink.compliance.receipt.DeviceTask.Move;
import rw.ishemalink.compliance.receipt.DeviceTask.Sell;

/**
 * Claims a device with its oldest job. A device has one owner at a time, so its sales stay in order; the claim ends with
 * the outcome, or by itself when the owner has died.
 */
@ApplicationScoped
class DeviceClaims {

    private static final String CLAIM = """
            with due as materialized (
              select tin, branch from fiscal_device d
               where (claimed_until is null or claimed_until <= now()) and (next_call_at is null or next_call_at <= now())
                 and exists (select from receipt_job j
                              where j.tin = d.tin and j.branch = d.branch and j.state in ('OPEN', 'STOCK'))
               limit 1 for no key update skip locked)
            update fiscal_device d
               set claim_token = :token, claimed_until = now() + :claim * interval '1 millisecond'
              from due where d.tin = due.tin and d.branch = due.branch
            returning d.*""";

    private static final String OLDEST_JOB = """
            select * from receipt_job where tin = :tin and branch = :branch and state in ('OPEN', 'STOCK')
             order by job_id limit 1""";

    /** The number is the device's next one; taken here, it is kept through every resend. */
    private static final String TAKE_INVOICE_NUMBER = """
            with taken as (update fiscal_device set last_invoice = last_invoice + 1
                            where tin = :tin and branch = :branch returning last_invoice)
            update receipt_job set invoice_number = taken.last_invoice, confirmed_at = now()
              from taken where job_id = :jobId returning receipt_job.*""";

    private static final String TAKE_STOCK_NUMBER = """
            with taken as (update fiscal_device set last_stock_number = last_stock_number + 1
                            where tin = :tin and branch = :branch returning last_stock_number)
            update receipt_job set stock_number = taken.last_stock_number
              from taken where job_id = :jobId returning receipt_job.*""";

    private static final String SOLD_AS = """
            select invoice_number from receipt_job
             where booking_id = :bookingId and kind = 'SALE' and state in ('STOCK', 'DONE')""";

    private final long claimMillis;

    DeviceClaims(ComplianceConfig config) {
        Duration claim = config.vsdc().claim();
        this.claimMillis = claim.toMillis();
    }

    /** The next thing to do with a device that is free and due. */
    Optional<DeviceTask> claim(Handle sql) {
        UUID token = UUID.randomUUID();
        return sql.createQuery(CLAIM)
                .bind("token", token)
                .bind("claim", claimMillis)
                .map(ConstructorMapper.of(DeviceRow.class))
                .findOne()
                .map(device -> device.sdcId() == null
                        ? new Initialise(device, token)
                        : task(sql, device, token, oldestJob(sql, device)));
    }

    private static DeviceTask task(Handle sql, DeviceRow device, UUID token, ReceiptJob job) {
        if (job.state() == ReceiptJob.State.STOCK) {
            ReceiptJob numbered = job.stockNumber() == null ? take(sql, TAKE_STOCK_NUMBER, device, job) : job;
            long number = Objects.requireNonNull(numbered.stockNumber());
            return new Move(device, token, job, new StockMovement(number, sale(sql, job)));
        }
        if (job.kind() == ReceiptKind.REFUND && soldAs(sql, job).isEmpty()) {
            return new DeviceTask.GiveUp(device, token, job, "the sale has no receipt that could be credited");
        }
        ReceiptJob numbered = job.invoiceNumber() == null ? take(sql, TAKE_INVOICE_NUMBER, device, job) : job;
        return new Sell(device, token, numbered, sale(sql, numbered));
    }

    private static ReceiptJob oldestJob(Handle sql, DeviceRow device) {
        return sql.createQuery(OLDEST_JOB)
                .bind("tin", device.tin())
                .bind("branch", device.branch())
                .map(ConstructorMapper.of(ReceiptJob.class))
                .one();
    }

    private static ReceiptJob take(Handle sql, String statement, DeviceRow device, ReceiptJob job) {
        return sql.createQuery(statement)
                .bind("tin", device.tin())
                .bind("branch", device.branch())
                .bind("jobId", job.jobId())
                .map(ConstructorMapper.of(ReceiptJob.class))
                .one();
    }

    private static Sale sale(Handle sql, ReceiptJob job) {
        long original =
                switch (job.kind()) {
                    case SALE -> 0;
                    case REFUND -> soldAs(sql, job).orElseThrow();
                };
        return new Sale(
                job.kind(),
                Objects.requireNonNull(job.invoiceNumber()),
                original,
                job.service(),
                job.trackingCode(),
                job.totalRwf(),
                job.taxClass(),
                Objects.requireNonNull(job.confirmedAt()));
    }

    private static Optional<Long> soldAs(Handle sql, ReceiptJob refund) {
        return sql.createQuery(SOLD_AS)
                .bind("bookingId", refund.bookingId())
                .mapTo(Long.class)
                .findOne();
    }
}
