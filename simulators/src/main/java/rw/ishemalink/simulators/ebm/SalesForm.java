package rw.ishemalink.simulators.ebm;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;

/** Form of a sale: what must be there, how long it may be, from which code class; then its sums. */
@Singleton
public class SalesForm {

    private static final Pattern PURCHASE_CODE = Pattern.compile("[A-Za-z0-9]{6}");

    private final CodeClasses codes;

    public SalesForm(CodeClasses codes) {
        this.codes = codes;
    }

    void check(SalesRequest sale, Authority authority) {
        checkNumbers(sale);
        checkKind(sale);
        checkCustomer(sale, authority);
        Check.text("regrId", sale.regrId(), 20);
        Check.text("regrNm", sale.regrNm(), 60);
        Check.oneOf("prchrAcptcYn", sale.prchrAcptcYn(), "Y", "N");
        Check.optionalText("remark", sale.remark(), 400);
        checkReceipt(sale, authority);
        checkLines(sale.lines());
        SalesArithmetic.check(sale, authority);
    }

    private static void checkNumbers(SalesRequest sale) {
        if (Check.required("invcNo", sale.invcNo()) < 1) {
            throw EbmRefusal.parameter("invcNo must be positive");
        }
        Check.required("orgInvcNo", sale.orgInvcNo());
        Check.dateTime("cfmDt", sale.cfmDt());
        Check.date("salesDt", sale.salesDt());
        if (Check.required("totItemCnt", sale.totItemCnt()) != sale.lines().size()
                || sale.lines().isEmpty()) {
            throw EbmRefusal.parameter("totItemCnt must be the number of lines, at least one");
        }
    }

    /** Since v1.0.5 only normal sales are sent; a refund has status 05, a reason and the sale it belongs to. */
    private void checkKind(SalesRequest sale) {
        Check.oneOf("salesTyCd", sale.salesTyCd(), "N");
        String type = Check.code("rcptTyCd", sale.rcptTyCd(), codes, "37");
        Check.code("pmtTyCd", sale.pmtTyCd(), codes, "07");
        Check.code("salesSttsCd", sale.salesSttsCd(), codes, "11");
        if (type.equals("R")) {
            Check.oneOf("salesSttsCd", sale.salesSttsCd(), "05");
            Check.code("rfdRsnCd", sale.rfdRsnCd(), codes, "32");
        } else if (Check.required("orgInvcNo", sale.orgInvcNo()) != 0) {
            throw EbmRefusal.parameter("orgInvcNo must be 0 for a new sale");
        }
    }

    private static void checkCustomer(SalesRequest sale, Authority authority) {
        Check.optionalText("custNm", sale.custNm(), 60);
        String tin = sale.custTin();
        if (tin == null || tin.isEmpty()) {
            return;
        }
        if (!authority.knowsForm(tin)) {
            throw new EbmRefusal(ResultCode.CUSTOMER_TIN_INVALID);
        }
        // Kenya knows no purchase codes, and a refund needs none.
        if ("R".equals(sale.rcptTyCd()) || authority == Authority.KRA) {
            return;
        }
        String purchaseCode = sale.prcOrdCd();
        if (purchaseCode == null || purchaseCode.isEmpty()) {
            throw new EbmRefusal(ResultCode.PURCHASE_CODE_MISSING);
        }
        if (!PURCHASE_CODE.matcher(purchaseCode).matches()) {
            throw new EbmRefusal(ResultCode.PURCHASE_CODE_INVALID);
        }
    }

    private static void checkReceipt(SalesRequest sale, Authority authority) {
        SalesRequest.ReceiptBlock receipt = Check.required("receipt", sale.receipt());
        if (authority == Authority.KRA) {
            Check.text("trdInvcNo", sale.trdInvcNo(), 50);
            Check.dateTime("receipt.rcptPbctDt", receipt.rcptPbctDt());
        }
        Check.optionalText("receipt.trdeNm", receipt.trdeNm(), 20);
        Check.optionalText("receipt.adrs", receipt.adrs(), 200);
        Check.optionalText("receipt.topMsg", receipt.topMsg(), 20);
        Check.optionalText("receipt.btmMsg", receipt.btmMsg(), 20);
    }

    private void checkLines(List<SalesRequest.Line> lines) {
        for (int place = 1; place <= lines.size(); place++) {
            SalesRequest.Line line = lines.get(place - 1);
            if (Check.required("itemSeq", line.itemSeq()) != place) {
                throw EbmRefusal.parameter("itemSeq must count from 1 without gap");
            }
            Check.text("itemCd", line.itemCd(), 20);
            Check.digits("itemClsCd", line.itemClsCd(), 10);
            Check.text("itemNm", line.itemNm(), 200);
            Check.code("pkgUnitCd", line.pkgUnitCd(), codes, "17");
            Check.notNegative("pkg", line.pkg());
            Check.code("qtyUnitCd", line.qtyUnitCd(), codes, "10");
        }
    }
}
