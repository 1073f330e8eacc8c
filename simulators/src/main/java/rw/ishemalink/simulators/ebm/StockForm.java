package rw.ishemalink.simulators.ebm;

import jakarta.inject.Singleton;
import java.util.List;

/** Form of a stock movement. */
@Singleton
public class StockForm {

    private final CodeClasses codes;

    public StockForm(CodeClasses codes) {
        this.codes = codes;
    }

    void check(Requests.StockItems movement) {
        Check.required("sarNo", movement.sarNo());
        Check.oneOf("regTyCd", movement.regTyCd(), "A", "M");
        Check.code("sarTyCd", movement.sarTyCd(), codes, "12");
        Check.date("ocrnDt", movement.ocrnDt());
        List<Requests.StockItem> items = Check.required("itemList", movement.itemList());
        if (items.isEmpty() || Check.required("totItemCnt", movement.totItemCnt()) != items.size()) {
            throw EbmRefusal.parameter("totItemCnt must be the number of lines, at least one");
        }
        for (Requests.StockItem item : items) {
            Check.text("itemCd", item.itemCd(), 20);
            Check.notNegative("qty", item.qty());
        }
    }

    /** Distinct item codes, sorted. */
    static List<String> itemCodes(Requests.StockItems movement) {
        return Check.required("itemList", movement.itemList()).stream()
                .map(item -> Check.required("itemCd", item.itemCd()))
                .distinct()
                .sorted()
                .toList();
    }
}
