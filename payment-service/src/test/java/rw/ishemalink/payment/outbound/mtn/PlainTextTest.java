package rw.ishemalink.payment.outbound.mtn;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void accents_are_dropped_and_special_characters_become_one_space() {
        assertThat(PlainText.of("Muhanga – l'été: 50% & café!")).isEqualTo("Muhanga l ete 50 cafe");
    }

    @Property
    void whatever_goes_in_MTN_takes_what_comes_out(@ForAll String text) {
        assertThat(PlainText.of(text)).matches("[A-Za-z0-9 .,_-]{0,160}");
    }
}
