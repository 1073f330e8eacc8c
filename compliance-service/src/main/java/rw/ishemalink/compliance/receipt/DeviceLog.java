package rw.ishemalink.compliance.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.compliance.config.ComplianceConfig;

/** Writes down what became of the calls: of the device and of the jobs. Every method expects the claim held. */
@ApplicationScoped
class DeviceLog {

    private static final Logger LOG = Logger.getLogger(DeviceLog.class);

    private static final String SILENT = """
            update fiscal_device
               set claim_token = null, claimed_until = null, failures = failures + 1,
                   silent_since = coalesce(silent_since, now()),
                   next_call_at = now() + least(:longest, :first * power(2, least(failures, 20))) * interval '1 millisecond'
             where tin = :tin and branch = :branch""";

    /** A device of ours that is used elsewhere too, or by an earlier database, goes on where it stands. */
    private static final String INITIALISED = """
            update fiscal_device
               set sdc_id = :sdcId, mrc_no = :mrcNo, last_invoice = greatest(last_invoice, :lastInvoice),
                   last_sale_receipt = :lastSaleReceipt, cmc_key = coalesce(cast(:cmcKey as text), cmc_key),
                   failures = 0, next_call_at = null, silent_since = null
             where tin = :tin and branch = :branch""";

    private static final String SERVED = """
            update fiscal_device
               set sdc_id = :sdcId, mrc_no = :mrcNo, last_sale_receipt = :lastSaleReceipt,
                   last_refund_receipt = :lastRefundReceipt, last_total = :lastTotal, failures = 0, next_call_at = null,
                   silent_since = null
             where tin = :tin and branch = :branch""";

    private static final String MOVE_ON = """
            update receipt_job
               set attempts = attempts + 1, state = case when job_id = any(:done) then 'DONE' else 'STOCK' end
             where job_id = any(:signed) or job_id = any(:done)""";

    /**
     * The numbers from that one on go back, so that the next sales take them: the device has none of them, as it is sent
     * nothing before what is ahead of it was answered.
     */
    private static final String GIVE_NUMBERS_BACK = """
            with given as (
              update receipt_job
                 set invoice_number = case when invoice_number < :from then invoice_number end,
                     confirmed_at = case when invoice_number < :from then confirmed_at end, stock_number = null
               where tin = :tin and branch = :branch and state = 'OPEN'
                 and (invoice_number >= :from or job_id = :jobId)
              returning old.invoice_number as had, new.invoice_number as keeps, old.stock_number as movement)
            update fiscal_device
               set last_invoice = last_invoice - (select count(had) - count(keeps) from given),
                   last_stock_number = last_stock_number - (select count(movement) from given)
             where tin = :tin and branch = :branch""";

    private final DeviceKeySeal seal;
    private final double firstPauseMillis;
    private final double longestPauseMillis;

    DeviceLog(DeviceKeySeal seal, ComplianceConfig config) {
        this.seal = seal;
        this.firstPauseMillis = config.vsdc().firstPause().toMillis();
        this.longestPauseMillis = config.vsdc().longestPause().toMillis();
    }

    /** It answered, and has reached those numbers. */
    void served(Handle sql, DeviceRow device) {
        sql.createUpdate(SERVED).bindMethods(device).execute();
    }

    /** It is not called again before a pause; the claim ends. */
    void silent(Handle sql, DeviceRow device, String cause) {
        LOG.warnf("the fiscal device of %s/%s gives no answer: %s", device.tin(), device.branch(), cause);
        sql.createUpdate(SILENT)
                .bindMethods(device)
                .bind("first", firstPauseMillis)
                .bind("longest", longestPauseMillis)
                .execute();
    }

    void initialised(Handle sql, DeviceRow device, DeviceIdentity identity) {
        sql.createUpdate(INITIALISED)
                .bindMethods(identity)
                .bind("cmcKey", seal.seal(device, identity.cmcKey()))
                .bind("tin", device.tin())
                .bind("branch", device.branch())
                .execute();
    }

    /** It has forgotten us: it is initialised again before the next sale. */
    void forgotten(Handle sql, DeviceRow device) {
        sql.createUpdate("update fiscal_device set sdc_id = null, mrc_no = null, cmc_key = null where tin = :tin and"
                        + " branch = :branch")
                .bindMethods(device)
                .execute();
    }

    /** The signed ones wait for their stock movement now, unless they are done with it. */
    void moveOn(Handle sql, PageOutcome outcome) {
        moveOn(
                sql,
                outcome.signed().stream()
                        .map(signed -> signed.order().job().jobId())
                        .toList(),
                outcome.moved().stream().map(ReceiptJob::jobId).toList());
    }

    /** Its receipt stands, and nothing more will come of it. */
    void done(Handle sql, ReceiptJob job) {
        moveOn(sql, List.of(), List.of(job.jobId()));
    }

    private static void moveOn(Handle sql, List<Long> signed, List<Long> done) {
        sql.createUpdate(MOVE_ON)
                .bindArray("signed", Long.class, signed)
                .bindArray("done", Long.class, done)
                .execute();
    }

    void failed(Handle sql, ReceiptJob job, String error) {
        sql.createUpdate("update receipt_job set attempts = attempts + 1, last_error = :error where job_id = :jobId")
                .bind("error", error)
                .bind("jobId", job.jobId())
                .execute();
    }

    /** What it answered to a call that gave nothing, kept for good. */
    void note(Handle sql, ReceiptJob job, boolean wasMovement, String answer) {
        sql.createUpdate("insert into device_exchange (job_id, call, answer) values (:jobId, :call, :answer)")
                .bind("jobId", job.jobId())
                .bind("call", wasMovement ? "saveStockItems" : "saveSales")
                .bind("answer", answer)
                .execute();
    }

    /** Nothing will come of it by itself; the device never took its invoice number, nor any behind it. */
    void park(Handle sql, ReceiptJob job, ParkingCause cause) {
        if (job.invoiceNumber() != null) {
            giveNumbersBack(sql, job, job.invoiceNumber());
        }
        setAside(sql, job, cause);
    }

    /** Nothing will come of it by itself, and the device has its invoice number, from somebody else; none behind it. */
    void parkWithNumber(Handle sql, ReceiptJob job, ParkingCause cause) {
        if (job.invoiceNumber() != null) {
            giveNumbersBack(sql, job, job.invoiceNumber() + 1);
        }
        setAside(sql, job, cause);
    }

    private static void giveNumbersBack(Handle sql, ReceiptJob job, long from) {
        sql.createUpdate(GIVE_NUMBERS_BACK)
                .bind("jobId", job.jobId())
                .bind("tin", job.tin())
                .bind("branch", job.branch())
                .bind("from", from)
                .execute();
    }

    private void setAside(Handle sql, ReceiptJob job, ParkingCause cause) {
        LOG.errorf("the %s receipt of booking %s is parked: %s", job.kind(), job.bookingId(), cause.text());
        sql.createUpdate("""
                update receipt_job set state = 'PARKED', attempts = attempts + 1, last_error = :text, error_code = :code
                 where job_id = :jobId""")
                .bind("text", cause.text())
                .bind("code", cause.code())
                .bind("jobId", job.jobId())
                .execute();
    }
}
