package rw.ishemalink.compliance.outbound.ebm;

import java.math.BigDecimal;
import rw.ishemalink.compliance.casefile.Jurisdiction;
import rw.ishemalink.compliance.receipt.Sale;
import rw.ishemalink.compliance.receipt.TransportItem;

/** One line of a sale: splyAmt = qty × prc, taxblAmt = totAmt = splyAmt − dcAmt, taxAmt = the VAT inside taxblAmt. */
public record SalesLine(
        int itemSeq,
        String itemCd,
        String itemClsCd,
        String itemNm,
        String pkgUnitCd,
        int pkg,
        String qtyUnitCd,
        int qty,
        BigDecimal prc,
        BigDecimal splyAmt,
        int dcRt,
        int dcAmt,
        String taxTyCd,
        BigDecimal taxblAmt,
        BigDecimal taxAmt,
        BigDecimal totAmt) {

    /** Net: a service has no packaging (RRA code class 17). */
    private static final String NET = "NT";

    /** Piece: one journey (RRA code class 10). */
    private static final String PIECE = "U";

    /** The journey, at its whole price. */
    static SalesLine of(Sale sale, Jurisdiction law) {
        TransportItem item = TransportItem.of(sale.service());
        BigDecimal total = BigDecimal.valueOf(sale.totalRwf());
        return new SalesLine(
                1,
                item.code(law.country()),
                item.itemClass(),
                item.printedName(),
                NET,
                1,
                PIECE,
                1,
                total,
                total,
                0,
                0,
                sale.taxClass().name(),
                total,
                law.taxIn(sale.taxClass(), total),
                total);
    }
}
