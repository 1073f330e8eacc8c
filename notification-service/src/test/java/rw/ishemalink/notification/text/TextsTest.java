package rw.ishemalink.notification.text;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import rw.ishemalink.notification.message.Channel;
import rw.ishemalink.notification.message.Template;
import rw.ishemalink.schemas.Language;

class TextsTest {

    private static final Map<String, String> TYPICAL = Map.ofEntries(
            entry("code", "493021"),
            entry("minutes", "5"),
            entry("trackingCode", "ISH-7K2M9QXZ"),
            entry("plate", "RAB 123 C"),
            entry("origin", "Nyamagabe"),
            entry("destination", "Nyarugenge, Kigali"),
            entry("borderPost", "Gatuna"),
            entry("reason", "papers missing"),
            entry("from", "Kigali Centre"),
            entry("to", "Kigali Airport"),
            entry("francs", "1234567"),
            entry("seconds", "15"),
            entry("kilograms", "100000"),
            entry("status", "CONFIRMED"),
            entry("paper", "VEHICLE_AUTHORISATION"),
            entry("lastDay", "31/12/2026"));

    private static final String LONG_PLACE = "[Kimironko], près de l'église Ruhango-Nyamirambo";

    static Stream<Arguments> everyText() {
        return Arrays.stream(Template.values()).flatMap(template -> Arrays.stream(Language.values())
                .map(language -> Arguments.of(template, language)));
    }

    @ParameterizedTest
    @MethodSource("everyText")
    void every_template_exists_in_every_language_and_uses_all_its_parameters(Template template, Language language) {
        List<String> marked =
                template.parameters().stream().map(name -> "<" + name + ">").toList();
        String text = Texts.text(template, language, marked);
        assertThat(marked).allMatch(text::contains);
        assertThat(text).doesNotContain("{", "}", "''");
        if (template.channel() == Channel.EMAIL) {
            assertThat(Texts.subject(template, language, marked))
                    .contains("<trackingCode>")
                    .doesNotContain("\n", "{", "''");
        }
    }

    @ParameterizedTest
    @MethodSource("everyText")
    void an_sms_fits_one_message_of_the_gsm_alphabet_whatever_the_place_is_called(
            Template template, Language language) {
        if (template.channel() != Channel.SMS) {
            return;
        }
        for (List<String> values : List.of(typical(template), withLongPlaces(template))) {
            String text = Texts.text(template, language, values);
            assertThat(GsmAlphabet.covers(text)).as(text).isTrue();
            assertThat(GsmAlphabet.length(text)).as(text).isLessThanOrEqualTo(GsmAlphabet.MESSAGE_LENGTH);
        }
    }

    @ParameterizedTest
    @MethodSource("everyText")
    void the_languages_differ(Template template, Language language) {
        long same = Arrays.stream(Language.values())
                .filter(other ->
                        Texts.pattern(template, "text", other).equals(Texts.pattern(template, "text", language)))
                .count();
        assertThat(same).isEqualTo(1);
    }

    private static List<String> typical(Template template) {
        return template.parameters().stream().map(TYPICAL::get).toList();
    }

    private static List<String> withLongPlaces(Template template) {
        return template.parameters().stream()
                .map(name -> switch (name) {
                    case "origin", "destination", "borderPost", "reason", "from", "to" -> LONG_PLACE;
                    default -> TYPICAL.get(name);
                })
                .toList();
    }
}
