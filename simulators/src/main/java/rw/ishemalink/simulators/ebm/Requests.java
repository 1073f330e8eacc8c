package rw.ishemalink.simulators.ebm;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The smaller request bodies, in RRA's names; {@code tin} has 9 digits, {@code bhfId} 2 (head office 00). */
public final class Requests {

    private Requests() {}

    /** The body, or 911. */
    public static <T> T required(@Nullable T body) {
        if (body == null) {
            throw new EbmRefusal(ResultCode.NO_BODY);
        }
        return body;
    }

    /** {@code /initializer/selectInitInfo}. */
    public record Init(
            @Nullable String tin,
            @Nullable String bhfId,
            @Nullable String dvcSrlNo) {}

    /** {@code /code/selectCodes}: changes since {@code lastReqDt}. */
    public record Codes(
            @Nullable String tin,
            @Nullable String bhfId,
            @Nullable String lastReqDt) {}

    /** {@code /customers/selectCustomer}. */
    public record Customer(
            @Nullable String tin,
            @Nullable String bhfId,
            @Nullable String custmTin) {}

    /** {@code /stock/saveStockItems}: {@code sarTyCd} is of code class 12. */
    public record StockItems(
            @Nullable String tin,
            @Nullable String bhfId,
            @Nullable String cmcKey,
            @Nullable Long sarNo,
            @Nullable Long orgSarNo,
            @Nullable String regTyCd,
            @Nullable String custTin,
            @Nullable String sarTyCd,
            @Nullable String ocrnDt,
            @Nullable Integer totItemCnt,
            @Nullable BigDecimal totTaxblAmt,
            @Nullable BigDecimal totTaxAmt,
            @Nullable BigDecimal totAmt,
            @Nullable String remark,
            @Nullable List<StockItem> itemList) {}

    /** One line of a stock movement. */
    public record StockItem(
            @Nullable Integer itemSeq,
            @Nullable String itemCd,
            @Nullable BigDecimal qty) {}

    /** {@code /stockMaster/saveStockMaster}: what is left of one item. */
    public record StockMaster(
            @Nullable String tin,
            @Nullable String bhfId,
            @Nullable String cmcKey,
            @Nullable String itemCd,
            @Nullable BigDecimal rsdQty) {}
}
