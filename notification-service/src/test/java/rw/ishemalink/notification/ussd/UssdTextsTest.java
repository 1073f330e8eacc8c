package rw.ishemalink.notification.ussd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.notification.text.GsmAlphabet;

class UssdTextsTest {

    private static final ResourceBundle.Control ONLY =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    @ParameterizedTest
    @ValueSource(strings = {"en", "rw", "fr"})
    void every_language_says_everything_in_the_gsm_alphabet(String language) {
        ResourceBundle texts = ResourceBundle.getBundle("texts_ussd", Locale.of(language), ONLY);
        assertThat(new TreeSet<>(texts.keySet())).isEqualTo(new TreeSet<>(english()));
        Stream.of(Notice.values()).forEach(notice -> assertThat(texts.containsKey("notice." + notice))
                .isTrue());
        Stream.of(ShipmentStatus.values()).forEach(status -> assertThat(texts.containsKey("status." + status))
                .isTrue());
        texts.keySet().forEach(key -> assertThat(GsmAlphabet.covers(texts.getString(key)))
                .as(key)
                .isTrue());
    }

    private static Set<String> english() {
        return ResourceBundle.getBundle("texts_ussd", Locale.ENGLISH, ONLY).keySet();
    }
}
