package rw.ishemalink.compliance.receipt;

import java.util.Objects;

/** A job in the words of the device: its sale or refund, and the stock movement that follows. */
record Order(ReceiptJob job, Sale sale) {

    /** The order to the device that the job, which has its numbers, stands for. */
    static Order of(ReceiptJob job, long originalInvoiceNumber) {
        Sale sale = new Sale(
                job.kind(),
                Objects.requireNonNull(job.invoiceNumber()),
                originalInvoiceNumber,
                job.service(),
                job.trackingCode(),
                job.totalRwf(),
                job.taxClass(),
                job.buyer(),
                Objects.requireNonNull(job.confirmedAt()));
        return new Order(job, sale);
    }

    boolean isToBeSigned() {
        return job.state() == ReceiptJob.State.OPEN;
    }

    StockMovement movement() {
        return new StockMovement(Objects.requireNonNull(job.stockNumber()), sale);
    }
}
