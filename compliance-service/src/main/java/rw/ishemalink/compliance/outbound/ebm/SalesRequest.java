package rw.ishemalink.compliance.outbound.ebm;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sale in the family's names: amounts are numbers with VAT inside, positive for a refund too. What only some devices ask for
 * is null for the others, and not sent: {@code cmcKey} (OSDC), {@code trdInvcNo}, the columns E and {@code rcptPbctDt}
 * (Kenya).
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SalesRequest(
        String tin,
        String bhfId,
        long invcNo,
        long orgInvcNo,
        @Nullable String cmcKey,
        @Nullable String trdInvcNo,
        @Nullable String custTin,
        @Nullable String custNm,
        @Nullable String prcOrdCd,
        String salesTyCd,
        String rcptTyCd,
        String pmtTyCd,
        String salesSttsCd,
        String cfmDt,
        String salesDt,
        String stockRlsDt,
        @Nullable String rfdDt,
        @Nullable String rfdRsnCd,
        int totItemCnt,
        BigDecimal taxblAmtA,
        BigDecimal taxblAmtB,
        BigDecimal taxblAmtC,
        BigDecimal taxblAmtD,
        @Nullable BigDecimal taxblAmtE,
        int taxRtA,
        int taxRtB,
        int taxRtC,
        int taxRtD,
        @Nullable Integer taxRtE,
        BigDecimal taxAmtA,
        BigDecimal taxAmtB,
        BigDecimal taxAmtC,
        BigDecimal taxAmtD,
        @Nullable BigDecimal taxAmtE,
        BigDecimal totTaxblAmt,
        BigDecimal totTaxAmt,
        BigDecimal totAmt,
        String prchrAcptcYn,
        String remark,
        String regrId,
        String regrNm,
        String modrId,
        String modrNm,
        ReceiptBlock receipt,
        List<SalesLine> itemList) {

    /** What is printed around the receipt; {@code trdeNm}, {@code topMsg} and {@code btmMsg} have up to 20 characters. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReceiptBlock(
            @Nullable String custTin,
            long rptNo,
            @Nullable String rcptPbctDt,
            String trdeNm,
            String topMsg,
            String btmMsg,
            String prchrAcptcYn) {}
}
