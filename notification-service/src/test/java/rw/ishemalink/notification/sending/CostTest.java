package rw.ishemalink.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CostTest {

    @Test
    void a_price_is_kept_in_hundredths_rounded_half_up() {
        assertThat(Cost.parse("RWF 12.0000")).contains(new Cost(1_200, "RWF"));
        assertThat(Cost.parse("KES 0.8050")).contains(new Cost(81, "KES"));
        assertThat(Cost.parse("UGX 35")).contains(new Cost(3_500, "UGX"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "0", "None", "RWF", "RWF -1.0", "12.0 RWF", "RWF 1,000.00", "RWF 99999999999"})
    void what_is_no_price_is_none(String text) {
        assertThat(Cost.parse(text)).isEmpty();
    }

    @Property
    void whatever_the_price_it_is_read_as_it_was_written(
            @ForAll @LongRange(min = 0, max = 99_999_999_999L) long cents) {
        assertThat(Cost.parse("RWF %d.%02d00".formatted(cents / 100, cents % 100)))
                .contains(new Cost(cents, "RWF"));
    }
}
