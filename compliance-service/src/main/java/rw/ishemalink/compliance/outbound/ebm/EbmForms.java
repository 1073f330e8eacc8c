package rw.ishemalink.compliance.outbound.ebm;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.casefile.Buyer;
import rw.ishemalink.compliance.casefile.Jurisdiction;
import rw.ishemalink.compliance.casefile.TaxClass;
import rw.ishemalink.compliance.outbound.ebm.SalesRequest.ReceiptBlock;
import rw.ishemalink.compliance.receipt.ReceiptKind;
import rw.ishemalink.compliance.receipt.Sale;
import rw.ishemalink.compliance.receipt.Seller;
import rw.ishemalink.compliance.receipt.StockMovement;
import rw.ishemalink.compliance.text.Clip;

/** Fills the family's forms; what is built twice from one sale is equal. Codes: VSDC specification 1.0.5. */
public final class EbmForms {

    /** Since 1.0.5 only normal sales are sent (code class 14). */
    private static final String NORMAL = "N";

    /** Code class 07. */
    private static final String MOBILE_MONEY = "06";

    /** Code class 32. */
    private static final String REFUND = "06";

    /** Kenya's class E. */
    private static final int REDUCED_PERCENT = 8;

    private static final String NO = "N";
    private static final String AUTOMATIC = "A";
    private static final String REGISTRAR = "ishemalink";
    private static final int TRADE_NAME_LENGTH = 20;
    private static final int CUSTOMER_NAME_LENGTH = 60;

    private final Seller seller;
    private final Jurisdiction law;
    private final @Nullable String cmcKey;

    /**
     * Forms of that seller.
     *
     * @param cmcKey goes into every body; null for a device that asks for none there
     */
    public EbmForms(Seller seller, @Nullable String cmcKey) {
        this.seller = seller;
        this.law = seller.jurisdiction();
        this.cmcKey = cmcKey;
    }

    public SalesRequest sales(Sale sale) {
        SalesLine line = SalesLine.of(sale, law);
        boolean refund = sale.kind() == ReceiptKind.REFUND;
        String confirmedAt = EbmTime.dateTime(sale.confirmedAt(), law.zone());
        return new SalesRequest(
                seller.tin(),
                seller.branch(),
                sale.invoiceNumber(),
                sale.originalInvoiceNumber(),
                cmcKey,
                inKenya(sale.trackingCode()),
                customerTin(sale),
                customerName(sale),
                purchaseCode(sale),
                NORMAL,
                sale.kind().code(),
                MOBILE_MONEY,
                progress(sale.kind()),
                confirmedAt,
                EbmTime.date(sale.confirmedAt(), law.zone()),
                confirmedAt,
                refund ? confirmedAt : null,
                refund ? REFUND : null,
                1,
                taxable(sale, line, TaxClass.A),
                taxable(sale, line, TaxClass.B),
                taxable(sale, line, TaxClass.C),
                taxable(sale, line, TaxClass.D),
                inKenya(BigDecimal.ZERO),
                law.percent(TaxClass.A),
                law.percent(TaxClass.B),
                law.percent(TaxClass.C),
                law.percent(TaxClass.D),
                inKenya(REDUCED_PERCENT),
                tax(sale, line, TaxClass.A),
                tax(sale, line, TaxClass.B),
                tax(sale, line, TaxClass.C),
                tax(sale, line, TaxClass.D),
                inKenya(BigDecimal.ZERO),
                line.taxblAmt(),
                line.taxAmt(),
                line.totAmt(),
                NO,
                sale.trackingCode(),
                REGISTRAR,
                REGISTRAR,
                REGISTRAR,
                REGISTRAR,
                receipt(sale, confirmedAt),
                List.of(line));
    }

    private ReceiptBlock receipt(Sale sale, String confirmedAt) {
        String tradeName = Clip.atMost(TRADE_NAME_LENGTH, seller.name());
        return new ReceiptBlock(
                customerTin(sale), sale.invoiceNumber(), inKenya(confirmedAt), tradeName, tradeName, "Murakoze", NO);
    }

    public StockRequest stock(StockMovement movement) {
        SalesLine line = SalesLine.of(movement.sale(), law);
        return new StockRequest(
                seller.tin(),
                seller.branch(),
                cmcKey,
                movement.number(),
                0,
                AUTOMATIC,
                direction(movement.sale().kind()),
                EbmTime.date(movement.sale().confirmedAt(), law.zone()),
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

    private static @Nullable String customerTin(Sale sale) {
        Buyer buyer = sale.buyer();
        return buyer == null ? null : buyer.tin();
    }

    private static @Nullable String customerName(Sale sale) {
        Buyer buyer = sale.buyer();
        return buyer == null ? null : Clip.atMost(CUSTOMER_NAME_LENGTH, buyer.name());
    }

    /** A code is good for one sale, so that the refund of it names none; Kenya knows no such codes. */
    private @Nullable String purchaseCode(Sale sale) {
        Buyer buyer = sale.buyer();
        return buyer == null || sale.kind() == ReceiptKind.REFUND || law == Jurisdiction.KENYA
                ? null
                : buyer.purchaseCode();
    }

    /** What only Kenya's form has. */
    private <T> @Nullable T inKenya(T value) {
        return law == Jurisdiction.KENYA ? value : null;
    }

    private static BigDecimal taxable(Sale sale, SalesLine line, TaxClass column) {
        return sale.taxClass() == column ? line.taxblAmt() : BigDecimal.ZERO;
    }

    private static BigDecimal tax(Sale sale, SalesLine line, TaxClass column) {
        return sale.taxClass() == column ? line.taxAmt() : BigDecimal.ZERO;
    }
}
