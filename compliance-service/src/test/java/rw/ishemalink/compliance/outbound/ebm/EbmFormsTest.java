package rw.ishemalink.compliance.outbound.ebm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rw.ishemalink.compliance.casefile.BookingKind;
import rw.ishemalink.compliance.casefile.Buyer;
import rw.ishemalink.compliance.casefile.TaxClass;
import rw.ishemalink.compliance.receipt.DeviceKind;
import rw.ishemalink.compliance.receipt.ReceiptKind;
import rw.ishemalink.compliance.receipt.Sale;
import rw.ishemalink.compliance.receipt.Seller;

class EbmFormsTest {

    private static final Buyer BUYER = new Buyer("100000017", "Ubumwe Traders Ltd", "AB12CD");

    @Property
    void every_column_of_the_header_is_the_sum_over_the_lines_and_vat_is_rounded_half_up_per_line(
            @ForAll @LongRange(min = 0, max = 1_000_000_000L) long total,
            @ForAll TaxClass taxClass,
            @ForAll ReceiptKind kind,
            @ForAll DeviceKind device) {
        SalesRequest form = forms(device).sales(sale(kind, total, taxClass, null));
        SalesLine line = form.itemList().getFirst();
        BigDecimal percent = new BigDecimal(taxClass != TaxClass.B ? "0" : device == DeviceKind.ETIMS ? "16" : "18");

        assertThat(line.taxblAmt()).isEqualByComparingTo(line.totAmt()).isEqualByComparingTo(line.splyAmt());
        assertThat(line.taxAmt())
                .isEqualByComparingTo(BigDecimal.valueOf(total)
                        .multiply(percent)
                        .divide(percent.add(new BigDecimal("100")), 2, RoundingMode.HALF_UP));
        assertThat(form.taxblAmtA().add(form.taxblAmtB()).add(form.taxblAmtC()).add(form.taxblAmtD()))
                .isEqualByComparingTo(form.totTaxblAmt())
                .isEqualByComparingTo(BigDecimal.valueOf(total));
        assertThat(form.taxAmtA().add(form.taxAmtB()).add(form.taxAmtC()).add(form.taxAmtD()))
                .isEqualByComparingTo(form.totTaxAmt())
                .isEqualByComparingTo(line.taxAmt());
        assertThat(form.totAmt()).isEqualByComparingTo(line.totAmt()).isNotNegative();
    }

    @Property
    void what_is_built_twice_from_one_sale_is_equal(@ForAll DeviceKind device, @ForAll ReceiptKind kind) {
        assertThat(forms(device).sales(sale(kind, 11_800, TaxClass.B, BUYER)))
                .isEqualTo(forms(device).sales(sale(kind, 11_800, TaxClass.B, BUYER)));
    }

    @Test
    void a_buyer_is_named_with_the_purchase_code_and_the_refund_names_the_buyer_without_it() {
        SalesRequest sale = forms(DeviceKind.VSDC).sales(sale(ReceiptKind.SALE, 11_800, TaxClass.B, BUYER));
        assertThat(sale.custTin()).isEqualTo("100000017");
        assertThat(sale.custNm()).isEqualTo("Ubumwe Traders Ltd");
        assertThat(sale.prcOrdCd()).isEqualTo("AB12CD");
        assertThat(sale.receipt().custTin()).isEqualTo("100000017");

        SalesRequest refund = forms(DeviceKind.VSDC).sales(sale(ReceiptKind.REFUND, 11_800, TaxClass.B, BUYER));
        assertThat(refund.custTin()).isEqualTo("100000017");
        assertThat(refund.prcOrdCd()).isNull();
    }

    @Test
    void a_name_longer_than_the_form_is_cut_and_not_refused() {
        Buyer longName = new Buyer("100000017", "U".repeat(100), "AB12CD");
        assertThat(forms(DeviceKind.VSDC)
                        .sales(sale(ReceiptKind.SALE, 1, TaxClass.B, longName))
                        .custNm())
                .hasSize(60);
    }

    @Test
    void only_kenyas_form_has_what_only_kenya_asks_for() {
        SalesRequest kenya = forms(DeviceKind.ETIMS).sales(sale(ReceiptKind.SALE, 11_600, TaxClass.B, BUYER));
        assertThat(kenya.trdInvcNo()).isEqualTo("ISH-AAAAAAAA");
        assertThat(kenya.taxRtB()).isEqualTo(16);
        assertThat(kenya.taxRtE()).isEqualTo(8);
        assertThat(kenya.taxblAmtE()).isZero();
        assertThat(kenya.itemList().getFirst().itemCd()).startsWith("KE3");
        assertThat(kenya.receipt().rcptPbctDt()).isEqualTo("20261121110000");
        assertThat(kenya.prcOrdCd()).isNull();

        SalesRequest rwanda = forms(DeviceKind.OSDC).sales(sale(ReceiptKind.SALE, 11_800, TaxClass.B, null));
        assertThat(rwanda.trdInvcNo()).isNull();
        assertThat(rwanda.taxRtE()).isNull();
        assertThat(rwanda.itemList().getFirst().itemCd()).startsWith("RW3");
    }

    private static EbmForms forms(DeviceKind kind) {
        return new EbmForms(
                new Seller("t", kind, URI.create("http://localhost"), "S-1", "999900001", "00", "IshemaLink"), null);
    }

    private static Sale sale(ReceiptKind kind, long total, TaxClass taxClass, @Nullable Buyer buyer) {
        return new Sale(
                kind,
                21,
                kind == ReceiptKind.SALE ? 0 : 17,
                BookingKind.RIDE,
                "ISH-AAAAAAAA",
                total,
                taxClass,
                buyer,
                Instant.parse("2026-11-21T08:00:00Z"));
    }
}
