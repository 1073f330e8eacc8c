package rw.ishemalink.compliance.outbound.ebm;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stock movement in the family's names; {@code cmcKey} is not sent where it is null. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StockRequest(
        String tin,
        String bhfId,
        @Nullable String cmcKey,
        long sarNo,
        long orgSarNo,
        String regTyCd,
        String sarTyCd,
        String ocrnDt,
        int totItemCnt,
        BigDecimal totTaxblAmt,
        BigDecimal totTaxAmt,
        BigDecimal totAmt,
        String remark,
        List<StockLine> itemList) {

    /** One line of a movement. */
    public record StockLine(
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
            int totDcAmt,
            String taxTyCd,
            BigDecimal taxblAmt,
            BigDecimal taxAmt,
            BigDecimal totAmt) {

        static StockLine of(SalesLine line) {
            return new StockLine(
                    line.itemSeq(),
                    line.itemCd(),
                    line.itemClsCd(),
                    line.itemNm(),
                    line.pkgUnitCd(),
                    line.pkg(),
                    line.qtyUnitCd(),
                    line.qty(),
                    line.prc(),
                    line.splyAmt(),
                    line.dcAmt(),
                    line.taxTyCd(),
                    line.taxblAmt(),
                    line.taxAmt(),
                    line.totAmt());
        }
    }
}
