package rw.ishemalink.compliance.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.compliance.config.ComplianceConfig;

/** Writes down what became of a call: of the device and of the job. Every method but the first expects the claim held. */
@ApplicationScoped
class DeviceLog {

    private static final Logger LOG = Logger.getLogger(DeviceLog.class);

    private static final String HOLD = """
            select tin from fiscal_device where tin = :tin and branch = :branch and claim_token = :token
               for no key update""";

    private static final String ANSWERED = """
            update fiscal_device set claim_token = null, claimed_until = null, failures = 0, next_call_at = null
             where tin = :tin and branch = :branch""";

    private static final String SILENT = """
            update fiscal_device
               set claim_token = null, claimed_until = null, failures = failures + 1,
                   next_call_at = now() + least(:longest, :first * power(2, least(failures, 20))) * interval '1 millisecond'
             where tin = :tin and branch = :branch""";

    /** A device of ours that is used elsewhere too, or by an earlier database, goes on where it stands. */
    private static final String INITIALISED = """
            update fiscal_device
               set sdc_id = :sdcId, mrc_no = :mrcNo, last_invoice = greatest(last_invoice, :lastInvoice),
                   last_sale_receipt = :lastSaleReceipt
             where tin = :tin and branch = :branch""";

    private static final String SIGNED = """
            update fiscal_device
               set sdc_id = :sdcId, mrc_no = :mrcNo,
                   last_sale_receipt = case :kind when 'SALE' then :receiptNumber else last_sale_receipt end,
                   last_refund_receipt = case :kind when 'REFUND' then :receiptNumber else last_refund_receipt end,
                   last_total = :totalNumber
             where tin = :tin and branch = :branch""";

    /** The number goes back, so that the next sale takes it: nothing was in flight behind it. */
    private static final String GIVE_NUMBER_BACK = """
            with given as (update receipt_job set invoice_number = null, confirmed_at = null where job_id = :jobId
                           returning tin, branch)
            update fiscal_device d set last_invoice = last_invoice - 1 from given
             where d.tin = given.tin and d.branch = given.branch and d.last_invoice = :invoiceNumber""";

    private final double firstPauseMillis;
    private final double longestPauseMillis;

    DeviceLog(ComplianceConfig config) {
        this.firstPauseMillis = config.vsdc().firstPause().toMillis();
        this.longestPauseMillis = config.vsdc().longestPause().toMillis();
    }

    /** Whether the claim still stands; holds the device until the transaction ends. */
    boolean stillHolds(Handle sql, DeviceTask task) {
        return sql.createQuery(HOLD)
                .bindMethods(task.device())
                .bind("token", task.token())
                .mapTo(String.class)
                .findOne()
                .isPresent();
    }

    void answered(Handle sql, DeviceRow device) {
        sql.createUpdate(ANSWERED).bindMethods(device).execute();
    }

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
                .bind("tin", device.tin())
                .bind("branch", device.branch())
                .execute();
    }

    /** It has forgotten us: it is initialised again before the next sale. */
    void forgotten(Handle sql, DeviceRow device) {
        sql.createUpdate("update fiscal_device set sdc_id = null, mrc_no = null where tin = :tin and branch = :branch")
                .bindMethods(device)
                .execute();
    }

    void signed(Handle sql, DeviceRow device, ReceiptKind kind, SignedSale signed) {
        sql.createUpdate(SIGNED)
                .bindMethods(signed)
                .bind("kind", kind)
                .bind("tin", device.tin())
                .bind("branch", device.branch())
                .execute();
    }

    void moveOn(Handle sql, ReceiptJob job, ReceiptJob.State state) {
        sql.createUpdate("update receipt_job set state = :state, attempts = attempts + 1 where job_id = :jobId")
                .bind("state", state)
                .bind("jobId", job.jobId())
                .execute();
    }

    void failed(Handle sql, ReceiptJob job, String error) {
        sql.createUpdate("update receipt_job set attempts = attempts + 1, last_error = :error where job_id = :jobId")
                .bind("error", error)
                .bind("jobId", job.jobId())
                .execute();
    }

    /** Nothing will come of it by itself; the device never took its invoice number. */
    void park(Handle sql, ReceiptJob job, String error) {
        setAside(sql, job, error);
        sql.createUpdate(GIVE_NUMBER_BACK)
                .bind("jobId", job.jobId())
                .bind("invoiceNumber", job.invoiceNumber())
                .execute();
    }

    /** Nothing will come of it by itself, and the device has its invoice number, from somebody else. */
    void parkWithNumber(Handle sql, ReceiptJob job, String error) {
        setAside(sql, job, error);
    }

    private void setAside(Handle sql, ReceiptJob job, String error) {
        LOG.errorf("the %s receipt of booking %s is parked: %s", job.kind(), job.bookingId(), error);
        failed(sql, job, error);
        moveOn(sql, job, ReceiptJob.State.PARKED);
    }
}
