package rw.ishemalink.compliance.receipt.report;

import java.time.LocalDate;
import java.util.List;
import rw.ishemalink.compliance.casefile.TaxClass;

/** The day of a device by item sold (PLU: price look-up). */
public record ItemReport(String tin, String branch, String seller, LocalDate day, List<Item> items) {

    /**
     * One item in one tax class, in whole francs.
     *
     * @param code RRA's item code
     */
    public record Item(
            String code, String name, TaxClass taxClass, long sold, long soldRwf, long refunded, long refundedRwf) {}

    public ItemReport {
        items = List.copyOf(items);
    }
}
