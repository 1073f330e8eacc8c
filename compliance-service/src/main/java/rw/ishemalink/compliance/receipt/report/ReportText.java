package rw.ishemalink.compliance.receipt.report;

import java.util.List;
import rw.ishemalink.compliance.receipt.ReceiptKind;
import rw.ishemalink.compliance.receipt.print.Column;
import rw.ishemalink.compliance.receipt.print.Labels;

/** Reports as a receipt printer prints them; refunds have a minus. */
public final class ReportText {

    private ReportText() {}

    /** X or Z. */
    public static List<String> lines(DayReport report, Labels labels) {
        Column column = new Column();
        Long number = report.number();
        head(column, report.seller(), report.tin(), report.branch(), labels);
        column.centred(number == null ? labels.get("report.x") : labels.get("report.z", Long.toString(number)));
        column.pair(labels.get("date"), report.day().toString());
        column.rule();
        for (DayTotals.Line line : report.totals().lines()) {
            long sign = line.kind() == ReceiptKind.SALE ? 1 : -1;
            column.pair(name(line, labels), sign * line.totalRwf());
            column.pair("  " + labels.get("tax.of", line.taxClass()), sign * line.vatRwf());
        }
        column.rule();
        column.pair(labels.get("report.sales"), report.totals().countReceipts(ReceiptKind.SALE));
        column.pair(labels.get("report.refunds"), report.totals().countReceipts(ReceiptKind.REFUND));
        column.pair(labels.get("report.copies"), report.totals().copies());
        column.pair(labels.get("report.local"), report.totals().signedLocally());
        column.pair(labels.get("report.invoices"), span(report.totals()));
        column.rule();
        column.pair(labels.get("total"), report.totals().netRwf());
        column.pair(labels.get("tax"), report.totals().netVatRwf());
        return column.lines();
    }

    /** PLU. */
    public static List<String> lines(ItemReport report, Labels labels) {
        Column column = new Column();
        head(column, report.seller(), report.tin(), report.branch(), labels);
        column.centred(labels.get("report.plu"));
        column.pair(labels.get("date"), report.day().toString());
        column.rule();
        for (ItemReport.Item item : report.items()) {
            column.left(item.code() + " " + item.name() + " " + item.taxClass());
            column.pair("  " + item.sold() + " x " + ReceiptKind.SALE.code(), item.soldRwf());
            column.pair("  " + item.refunded() + " x " + ReceiptKind.REFUND.code(), -item.refundedRwf());
        }
        column.rule();
        return column.lines();
    }

    private static void head(Column column, String seller, String tin, String branch, Labels labels) {
        column.centred(seller);
        column.centred("TIN: " + tin);
        column.centred(labels.get("branch", branch));
        column.rule();
    }

    private static String name(DayTotals.Line line, Labels labels) {
        return line.receipts() + " " + line.kind().label() + " " + labels.get("total.of", line.taxClass());
    }

    private static String span(DayTotals totals) {
        return totals.firstInvoice() == null ? "-" : totals.firstInvoice() + "-" + totals.lastInvoice();
    }
}
