package rw.ishemalink.notification.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class GsmAlphabetTest {

    @Property
    void whatever_is_written_fits_the_alphabet_afterwards(@ForAll String text) {
        assertThat(GsmAlphabet.covers(GsmAlphabet.fit(text))).isTrue();
    }

    @Test
    void accents_that_sms_knows_stay_and_others_are_dropped() {
        assertThat(GsmAlphabet.fit("é à ù ê ç ô")).isEqualTo("é à ù e c o");
    }

    @Test
    void a_sign_without_a_likeness_becomes_a_question_mark() {
        assertThat(GsmAlphabet.fit("Kigali 🚚")).isEqualTo("Kigali ?");
    }

    @Test
    void braces_take_the_place_of_two() {
        assertThat(GsmAlphabet.length("{a}")).isEqualTo(5);
    }
}
