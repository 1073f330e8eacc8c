package rw.ishemalink.notification.keyword;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingKeywordTest {

    @ParameterizedTest
    @ValueSource(strings = {"ISH-7K2M9QXZ", " ish-7k2m9qxz ", "Ish 7K2M 9QXZ", "ISH7K2M9QXZ"})
    void a_code_is_read_as_people_type_it(String text) {
        assertThat(TrackingKeyword.read(text)).contains("ISH-7K2M9QXZ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "STOP", "ISH-7K2M9QX", "ISH-7K2M9QXZ0", "ISH-7K2M9QXI", "where is ISH-7K2M9QXZ"})
    void anything_else_is_somebody_elses_word(String text) {
        assertThat(TrackingKeyword.read(text)).isEmpty();
    }

    @Property
    void whatever_is_sent_is_read_or_left_alone(@ForAll String text) {
        assertThat(TrackingKeyword.read(text).stream()).allMatch(code -> code.matches("ISH-[0-9A-HJKMNP-TV-Z]{8}"));
    }
}
