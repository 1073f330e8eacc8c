package rw.ishemalink.simulators.ebm;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sale in the family's names. Amounts are JSON numbers, VAT included, positive also for a refund. {@code cmcKey} is the
 * OSDC's; {@code trdInvcNo}, the columns E and {@code rcptPbctDt} are Kenya's.
 */
public record SalesRequest(
        @Nullable String tin,
        @Nullable String bhfId,
        @Nullable Long invcNo,
        @Nullable Long orgInvcNo,
        @Nullable String cmcKey,
        @Nullable String trdInvcNo,
        @Nullable String custTin,
        @Nullable String prcOrdCd,
        @Nullable String custNm,
        @Nullable String salesTyCd,
        @Nullable String rcptTyCd,
        @Nullable String pmtTyCd,
        @Nullable String salesSttsCd,
        @Nullable String cfmDt,
        @Nullable String salesDt,
        @Nullable String stockRlsDt,
        @Nullable String cnclReqDt,
        @Nullable String cnclDt,
        @Nullable String rfdDt,
        @Nullable String rfdRsnCd,
        @Nullable Integer totItemCnt,
        @Nullable BigDecimal taxblAmtA,
        @Nullable BigDecimal taxblAmtB,
        @Nullable BigDecimal taxblAmtC,
        @Nullable BigDecimal taxblAmtD,
        @Nullable BigDecimal taxblAmtE,
        @Nullable BigDecimal taxRtA,
        @Nullable BigDecimal taxRtB,
        @Nullable BigDecimal taxRtC,
        @Nullable BigDecimal taxRtD,
        @Nullable BigDecimal taxRtE,
        @Nullable BigDecimal taxAmtA,
        @Nullable BigDecimal taxAmtB,
        @Nullable BigDecimal taxAmtC,
        @Nullable BigDecimal taxAmtD,
        @Nullable BigDecimal taxAmtE,
        @Nullable BigDecimal totTaxblAmt,
        @Nullable BigDecimal totTaxAmt,
        @Nullable BigDecimal totAmt,
        @Nullable String prchrAcptcYn,
        @Nullable String remark,
        @Nullable String regrId,
        @Nullable String regrNm,
        @Nullable String modrId,
        @Nullable String modrNm,
        @Nullable ReceiptBlock receipt,
        @Nullable List<Line> itemList) {

    /** What is printed around the receipt. */
    public record ReceiptBlock(
            @Nullable String custTin,
            @Nullable String custMblNo,
            @Nullable Long rptNo,
            @Nullable String rcptPbctDt,
            @Nullable String trdeNm,
            @Nullable String adrs,
            @Nullable String topMsg,
            @Nullable String btmMsg,
            @Nullable String prchrAcptcYn) {}

    /** One line of the sale. */
    public record Line(
            @Nullable Integer itemSeq,
            @Nullable String itemCd,
            @Nullable String itemClsCd,
            @Nullable String itemNm,
            @Nullable String bcd,
            @Nullable String pkgUnitCd,
            @Nullable BigDecimal pkg,
            @Nullable String qtyUnitCd,
            @Nullable BigDecimal qty,
            @Nullable BigDecimal prc,
            @Nullable BigDecimal splyAmt,
            @Nullable BigDecimal dcRt,
            @Nullable BigDecimal dcAmt,
            @Nullable String isrccCd,
            @Nullable String isrccNm,
            @Nullable BigDecimal isrcRt,
            @Nullable BigDecimal isrcAmt,
            @Nullable String taxTyCd,
            @Nullable BigDecimal taxblAmt,
            @Nullable BigDecimal taxAmt,
            @Nullable BigDecimal totAmt) {}

    List<Line> lines() {
        return itemList == null ? List.of() : itemList;
    }

    /** Distinct item codes, in order. */
    List<String> itemCodes() {
        return lines().stream()
                .map(line -> line.itemCd() == null ? "" : line.itemCd())
                .distinct()
                .sorted()
                .toList();
    }
}
