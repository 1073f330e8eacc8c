package rw.ishemalink.compliance.outbound.vsdc;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /trnsSales/saveSales} in RRA's names: amounts are numbers with VAT inside, positive for a refund too. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SalesRequest(
        String tin,
        String bhfId,
        long invcNo,
        long orgInvcNo,
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
        int taxRtA,
        int taxRtB,
        int taxRtC,
        int taxRtD,
        BigDecimal taxAmtA,
        BigDecimal taxAmtB,
        BigDecimal taxAmtC,
        BigDecimal taxAmtD,
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
    record ReceiptBlock(long rptNo, String trdeNm, String topMsg, String btmMsg, String prchrAcptcYn) {}
}
