package rw.ishemalink.compliance.receipt.print;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import rw.ishemalink.compliance.casefile.Jurisdiction;
import rw.ishemalink.compliance.casefile.TaxClass;
import rw.ishemalink.compliance.receipt.FiscalReceiptRow;
import rw.ishemalink.compliance.receipt.Seller;

/**
 * A receipt as a block of text, after RRA's specification of certified invoicing systems: who sold what to whom, every tax
 * rate above zero, SDC INFORMATION, invoice number and MRC. RRA's own headings stay in RRA's words in every language.
 */
public final class PrintBlock {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final PrintedReceipt printed;
    private final FiscalReceiptRow receipt;
    private final Labels labels;
    private final Column column = new Column();

    private PrintBlock(PrintedReceipt printed, Labels labels) {
        this.printed = printed;
        this.receipt = printed.receipt();
        this.labels = labels;
    }

    /** The lines, each of at most {@link Column#WIDTH} characters. */
    public static List<String> lines(PrintedReceipt printed, Labels labels) {
        PrintBlock block = new PrintBlock(printed, labels);
        block.head();
        block.warnings();
        block.sold();
        block.taxes();
        block.sdcInformation();
        block.invoice();
        return block.column.lines();
    }

    private void head() {
        Seller seller = printed.seller();
        column.centred(seller.name());
        column.centred("TIN: " + printed.details().tin());
        column.centred(labels.get("branch", printed.details().branch()));
        column.rule();
        String buyer = printed.details().buyerName();
        String buyerTin = receipt.buyerTin();
        if (buyer != null && buyerTin != null) {
            column.left(labels.get("buyer") + ": " + buyer);
            column.left(labels.get("buyer.tin") + ": " + buyerTin);
            column.rule();
        }
    }

    private void warnings() {
        if (receipt.isLocallySigned()) {
            column.centred(labels.get("provisional"));
            column.centred(labels.get("provisional.why"));
            column.rule();
        }
        if (printed.copy()) {
            column.centred(labels.get("copy"));
            column.centred(labels.get("not.official"));
            column.rule();
        }
        if (printed.isRefund()) {
            column.centred(labels.get("refund"));
            Long soldAs = printed.details().soldAs();
            if (soldAs != null) {
                column.centred(labels.get("refund.of", Long.toString(soldAs)));
            }
            column.rule();
        }
    }

    private void sold() {
        column.left(labels.get("item." + printed.details().service()));
        column.left(labels.get("tracking.code") + ": " + printed.details().trackingCode());
        column.pair("1 x", signed(receipt.totalRwf()) + " " + receipt.taxClass());
        column.rule();
    }

    /** Every rate above zero, whether or not anything was sold at it; of the others the one that was. */
    private void taxes() {
        Jurisdiction law = printed.seller().jurisdiction();
        column.pair(labels.get("total"), signed(receipt.totalRwf()));
        for (TaxClass taxClass : TaxClass.values()) {
            boolean used = taxClass == receipt.taxClass();
            int percent = law.percent(taxClass);
            if (used || percent > 0) {
                column.pair(labels.get("total.of", rate(taxClass, percent)), signed(used ? receipt.totalRwf() : 0));
            }
            if (percent > 0) {
                column.pair(labels.get("tax.of", taxClass), signed(used ? receipt.vatRwf() : 0));
            }
        }
        column.pair(labels.get("tax"), signed(receipt.vatRwf()));
        column.pair(labels.get("paid.by"), signed(receipt.totalRwf()));
        column.pair(labels.get("items"), "1");
        column.rule();
    }

    private void sdcInformation() {
        ZonedDateTime at =
                receipt.issuedAt().atZone(printed.seller().jurisdiction().zone());
        column.centred("SDC INFORMATION");
        column.pair(labels.get("date") + ": " + DATE.format(at), labels.get("time") + ": " + TIME.format(at));
        column.pair("SDC ID:", receipt.sdcId());
        column.pair("RECEIPT NUMBER:", printed.number());
        if (!receipt.internalData().isEmpty()) {
            column.pair(labels.get("internal.data") + ":", dashed(receipt.internalData()));
        }
        if (receipt.signature().isEmpty()) {
            column.left(labels.get("signature.lost"));
        } else {
            column.pair(labels.get("signature") + ":", dashed(receipt.signature()));
        }
        column.rule();
    }

    private void invoice() {
        if (!receipt.isLocallySigned()) {
            column.pair(labels.get("invoice") + ":", Long.toString(receipt.invoiceNumber()));
            column.pair("MRC:", receipt.mrcNo());
        }
        String replaced = receipt.replacesSignature();
        if (replaced != null) {
            column.left(labels.get("replaces", dashed(replaced)));
        }
        column.rule();
        column.centred(labels.get("thanks"));
    }

    /** On the wire a refund is positive; in print it has a minus. */
    private String signed(long amount) {
        long shown = printed.isRefund() ? -amount : amount;
        return String.format(Locale.ROOT, "%,d", shown);
    }

    private static String rate(TaxClass taxClass, int percent) {
        return percent > 0 ? taxClass + "-" + percent + "%" : taxClass.name();
    }

    private static String dashed(String text) {
        return Dashes.every4(text);
    }
}
