package rw.ishemalink.compliance.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.compliance.casefile.Jurisdiction.KENYA;
import static rw.ishemalink.compliance.casefile.Jurisdiction.RWANDA;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JurisdictionTest {

    /** The first two are RRA's own samples. */
    @ParameterizedTest
    @CsvSource({
        "B,200000,30508.47,30508",
        "B,10500,1601.69,1602",
        "B,0,0.00,0",
        "B,1,0.15,0",
        "A,10500,0.00,0",
        "C,10500,0.00,0",
        "D,10500,0.00,0"
    })
    void the_tax_is_inside_the_amount_and_rounded_half_up(
            TaxClass taxClass, long amount, BigDecimal toTheCent, long wholeFrancs) {
        assertThat(RWANDA.taxIn(taxClass, BigDecimal.valueOf(amount))).isEqualByComparingTo(toTheCent);
        assertThat(RWANDA.wholeTaxIn(taxClass, amount)).isEqualTo(wholeFrancs);
    }

    @Property
    void the_tax_is_off_by_half_a_cent_at_most(@ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long amount) {
        BigDecimal tax = RWANDA.taxIn(TaxClass.B, BigDecimal.valueOf(amount));
        BigDecimal error = tax.multiply(BigDecimal.valueOf(118)).subtract(BigDecimal.valueOf(amount * 18));
        assertThat(error.abs()).isLessThanOrEqualTo(new BigDecimal("0.59"));
    }

    @Test
    void kenya_has_another_rate_and_another_hour() {
        assertThat(KENYA.taxIn(TaxClass.B, BigDecimal.valueOf(11_600))).isEqualByComparingTo("1600");
        assertThat(KENYA.wholeTaxIn(TaxClass.A, 11_600)).isZero();
        assertThat(KENYA.zone()).isNotEqualTo(RWANDA.zone());
    }
}
