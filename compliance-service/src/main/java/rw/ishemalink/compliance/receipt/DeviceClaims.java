package rw.ishemalink.compliance.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import rw.ishemalink.compliance.config.ComplianceConfig;

/**
 * Claims a device with a page of its oldest jobs. A device has one owner at a time, so its sales stay in order; the claim
 * ends when nothing is left to do, or by itself when the owner has died. A page is sales only or one refund, and what has a
 * number comes first: so the numbers that are out belong to consecutive sales or to one refund, and {@link LostReply} can
 * tell receipts apart.
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

    private static final String DEVICE = "select * from fiscal_device where tin = :tin and branch = :branch";

    private static final String HOLD = """
            update fiscal_device set claimed_until = now() + :claim * interval '1 millisecond'
             where tin = :tin and branch = :branch and claim_token = :token""";

    private static final String RELEASE =
            "update fiscal_device set claim_token = null, claimed_until = null where tin = :tin and branch = :branch";

    private static final String OLDEST_JOBS = """
            select * from receipt_job where tin = :tin and branch = :branch and state in ('OPEN', 'STOCK')
             order by invoice_number, job_id limit :page""";

    /** The device's next numbers, in the order of the jobs; taken here, they are kept through every resend. */
    private static final String TAKE_NUMBERS = """
            with place as materialized (
              select job_id, count(*) filter (where invoice_number is null) over jobs as invoice,
                     count(*) filter (where stock_number is null) over jobs as movement
                from receipt_job where job_id = any(:jobIds) window jobs as (order by invoice_number, job_id)),
            taken as (
              update fiscal_device
                 set last_invoice = last_invoice + (select max(invoice) from place),
                     last_stock_number = last_stock_number + (select max(movement) from place)
               where tin = :tin and branch = :branch
              returning old.last_invoice as invoice, old.last_stock_number as movement)
            update receipt_job j
               set invoice_number = coalesce(j.invoice_number, taken.invoice + place.invoice),
                   confirmed_at = coalesce(j.confirmed_at, now()),
                   stock_number = coalesce(j.stock_number, taken.movement + place.movement)
              from place, taken where j.job_id = place.job_id returning j.*""";

    private static final String SOLD_AS = """
            select invoice_number from receipt_job
             where booking_id = :bookingId and kind = 'SALE' and state in ('STOCK', 'DONE')""";

    private final DeviceKeySeal seal;
    private final long claimMillis;
    private final int pageSize;

    DeviceClaims(DeviceKeySeal seal, ComplianceConfig config) {
        this.seal = seal;
        Duration claim = config.vsdc().claim();
        this.claimMillis = claim.toMillis();
        this.pageSize = config.vsdc().pageSize();
    }

    /** The next thing to do with a device that is free and due. */
    Optional<DeviceTask> claim(Handle sql) {
        UUID token = UUID.randomUUID();
        return sql.createQuery(CLAIM)
                .bind("token", token)
                .bind("claim", claimMillis)
                .map(ConstructorMapper.of(DeviceRow.class))
                .findOne()
                .map(seal::open)
                .flatMap(device -> next(sql, device, token));
    }

    /** Whether the claim still stands; renews it, and holds the device until the transaction ends. */
    boolean hold(Handle sql, DeviceTask task) {
        return sql.createUpdate(HOLD)
                        .bindMethods(task.device())
                        .bind("token", task.token())
                        .bind("claim", claimMillis)
                        .execute()
                == 1;
    }

    /** The next thing to do with the device of the task, which is held; without any, it is let go. */
    Optional<DeviceTask> next(Handle sql, DeviceTask task) {
        DeviceRow device = sql.createQuery(DEVICE)
                .bindMethods(task.device())
                .map(ConstructorMapper.of(DeviceRow.class))
                .one();
        return next(sql, seal.open(device), task.token());
    }

    private Optional<DeviceTask> next(Handle sql, DeviceRow device, UUID token) {
        List<ReceiptJob> jobs = oldestJobs(sql, device);
        if (jobs.isEmpty()) {
            sql.createUpdate(RELEASE).bindMethods(device).execute();
            return Optional.empty();
        }
        return Optional.of(
                device.sdcId() == null ? new DeviceTask.Initialise(device, token) : page(sql, device, token, jobs));
    }

    private static DeviceTask page(Handle sql, DeviceRow device, UUID token, List<ReceiptJob> jobs) {
        ReceiptJob first = jobs.getFirst();
        if (first.kind() == ReceiptKind.REFUND) {
            return soldAs(sql, first)
                    .<DeviceTask>map(sold -> page(sql, device, token, List.of(first), sold))
                    .orElseGet(() -> new DeviceTask.GiveUp(device, token, first, ParkingCause.NO_SALE));
        }
        List<ReceiptJob> sales =
                jobs.stream().takeWhile(job -> job.kind() == ReceiptKind.SALE).toList();
        return page(sql, device, token, sales, 0);
    }

    private static DeviceTask.Page page(
            Handle sql, DeviceRow device, UUID token, List<ReceiptJob> jobs, long originalInvoiceNumber) {
        List<Order> orders = numbered(sql, device, jobs).stream()
                .map(job -> Order.of(job, originalInvoiceNumber))
                .toList();
        DeviceRow reached = device.withInvoicesUpTo(orders.getLast().sale().invoiceNumber());
        return new DeviceTask.Page(reached, token, orders);
    }

    private List<ReceiptJob> oldestJobs(Handle sql, DeviceRow device) {
        return sql.createQuery(OLDEST_JOBS)
                .bind("tin", device.tin())
                .bind("branch", device.branch())
                .bind("page", pageSize)
                .map(ConstructorMapper.of(ReceiptJob.class))
                .list();
    }

    /** The jobs in their order, each with its numbers. */
    private static List<ReceiptJob> numbered(Handle sql, DeviceRow device, List<ReceiptJob> jobs) {
        List<Long> lacking = jobs.stream()
                .filter(job -> !job.hasNumbers())
                .map(ReceiptJob::jobId)
                .toList();
        if (lacking.isEmpty()) {
            return jobs;
        }
        Map<Long, ReceiptJob> taken = sql
                .createQuery(TAKE_NUMBERS)
                .bindArray("jobIds", Long.class, lacking)
                .bind("tin", device.tin())
                .bind("branch", device.branch())
                .map(ConstructorMapper.of(ReceiptJob.class))
                .stream()
                .collect(Collectors.toMap(ReceiptJob::jobId, Function.identity()));
        List<ReceiptJob> numbered = new ArrayList<>();
        jobs.forEach(job -> numbered.add(taken.getOrDefault(job.jobId(), job)));
        return numbered;
    }

    private static Optional<Long> soldAs(Handle sql, ReceiptJob refund) {
        return sql.createQuery(SOLD_AS)
                .bind("bookingId", refund.bookingId())
                .mapTo(Long.class)
                .findOne();
    }
}
