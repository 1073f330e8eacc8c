package rw.ishemalink.compliance.outbound.vsdc;

import java.math.BigDecimal;
import java.util.List;

/** {@code /stock/saveStockItems} in RRA's names. */
record StockRequest(
        String tin,
        String bhfId,
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
    record StockLine(
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
