package rw.ishemalink.compliance.outbound.vsdc;

import java.math.BigDecimal;
import java.util.List;
import rw.ishemalink.compliance.casefile.TaxClass;
import rw.ishemalink.compliance.outbound.vsdc.SalesRequest.ReceiptBlock;
import rw.ishemalink.compliance.receipt.ReceiptKind;
import rw.ishemalink.compliance.receipt.Sale;
import rw.ishemalink.compliance.receipt.StockMovement;

/** Fills RRA's forms; what is built twice from one sale is equal. Codes: VSDC specification 1.0.5. */
final class VsdcForms {

    /** Since 1.0.5 only normal sales are sent (code class 14). */
    private static final String NORMAL = "N";

    /** Code class 07. */
    private static final String MOBILE_MONEY = "06";

    /** Code class 32. */
    private static final String REFUND = "06";

    private static final String NO = "N";
    private static final String AUTOMATIC = "A";
    private static final String REGISTRAR = "ishemalink";
    private static final int TRADE_NAME_LENGTH = 20;

    private final String tin;
    private final String branch;
    private final String tradeName;

    VsdcForms(String tin, String branch, String sellerName) {
        this.tin = tin;
        this.branch = branch;
        this.tradeName = sellerName.substring(0, Math.min(TRADE_NAME_LENGTH, sellerName.length()));
    }

    SalesRequest sales(Sale sale) {
        SalesLine line = SalesLine.of(sale);
        boolean refund = sale.kind() == ReceiptKind.REFUND;
        String confirmedAt = VsdcTime.dateTime(sale.confirmedAt());
        return new SalesRequest(
                tin,
                branch,
                sale.invoiceNumber(),
                sale.originalInvoiceNumber(),
                NORMAL,
                sale.kind().code(),
                MOBILE_MONEY,
                progress(sale.kind()),
                confirmedAt,
                VsdcTime.date(sale.confirmedAt()),
                confirmedAt,
                refund ? confirmedAt : null,
                refund ? REFUND : null,
                1,
                taxable(sale, line, TaxClass.A),
                taxable(sale, line, TaxClass.B),
                taxable(sale, line, TaxClass.C),
                taxable(sale, line, TaxClass.D),
                TaxClass.A.percent(),
                TaxClass.B.percent(),
                TaxClass.C.percent(),
                TaxClass.D.percent(),
                tax(sale, line, TaxClass.A),
                tax(sale, line, TaxClass.B),
                tax(sale, line, TaxClass.C),
                tax(sale, line, TaxClass.D),
                line.taxblAmt(),
                line.taxAmt(),
                line.totAmt(),
                NO,
                sale.trackingCode(),
                REGISTRAR,
                REGISTRAR,
                REGISTRAR,
                REGISTRAR,
                new ReceiptBlock(sale.invoiceNumber(), tradeName, tradeName, "Murakoze", NO),
                List.of(line));
    }

    StockRequest stock(StockMovement movement) {
        SalesLine line = SalesLine.of(movement.sale());
        return new StockRequest(
                tin,
                branch,
                movement.number(),
                0,
                AUTOMATIC,
                direction(movement.sale().kind()),
                VsdcTime.date(movement.sale().confirmedAt()),
                1,
                line.taxblAmt(),
                line.taxAmt(),
                line.totAmt(),
                movement.sale().trackingCode(),
                List.of(StockRequest.StockLine.of(line)));
    }

    /** Code class 11: approved, or refunded. */
    private static String progress(ReceiptKind kind) {
        return switch (kind) {
            case SALE -> "02";
            case REFUND -> "05";
        };
    }

    /** Code class 12: out by sale, or in by return. */
    private static String direction(ReceiptKind kind) {
        return switch (kind) {
            case SALE -> "11";
            case REFUND -> "03";
        };
    }

    private static BigDecimal taxable(Sale sale, SalesLine line, TaxClass column) {
        return sale.taxClass() == column ? line.taxblAmt() : BigDecimal.ZERO;
    }

    private static BigDecimal tax(Sale sale, SalesLine line, TaxClass column) {
        return sale.taxClass() == column ? line.taxAmt() : BigDecimal.ZERO;
    }
}
