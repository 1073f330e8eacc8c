package rw.ishemalink.notification.text;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import rw.ishemalink.notification.brand.Brand;
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
            entry("paper", "VEHICLE_AUTHORISATION"),
            entry("lastDay", "31/12/2026"),
            entry("role", "CUSTOMS_INSPECTOR"),
            entry("by", "Jean de Dieu Habimana"),
            entry("hours", "24"),
            entry("status", "CONFIRMED"));

    /** As long as a name in an SMS may be. */
    private static final Brand BRAND =
            new Brand("Geo-Connect", Optional.empty(), Optional.empty(), Brand.USUAL_COLOUR, Optional.empty());

    private static final String LONG_PLACE = "[Kimironko], près de l'église Ruhango-Nyamirambo";

    static Stream<Arguments> everyText() {
        return Arrays.stream(Template.values()).flatMap(template -> Arrays.stream(Language.values())
                .map(language -> Arguments.of(template, language)));
    }

    @ParameterizedTest
    @MethodSource("everyText")
    void every_template_exists_in_every_language_and_uses_all_its_parameters(Template template, Language language) {
        List<String> marked = template.parameters().stream()
                .map(name -> Template.isNumber(name) ? Integer.toString(700 + name.length()) : "<" + name + ">")
                .toList();
        String text = Texts.text(template, language, BRAND, marked);
        assertThat(marked).allSatisfy(value -> assertThat(text).contains(value));
        assertThat(text).contains("Geo-Connect").doesNotContain("{", "}", "''", "#");
        if (template.channel() == Channel.EMAIL) {
            assertThat(Texts.subject(template, language, BRAND, marked))
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
            String text = Texts.text(template, language, BRAND, values);
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

    @Test
    void amounts_are_written_as_each_language_writes_them() {
        List<String> offer = List.of("ISH-7K2M9QXZ", "Huye", "Kigali", "1234567", "15");
        assertThat(Texts.text(Template.RIDE_OFFER, Language.EN, BRAND, offer)).contains("RWF 1,234,567.");
        assertThat(Texts.text(Template.RIDE_OFFER, Language.FR, BRAND, offer)).contains("1 234 567 RWF.");
        assertThat(Texts.text(Template.RIDE_OFFER, Language.RW, BRAND, offer)).contains("RWF 1.234.567.");
    }

    @Test
    void one_is_not_many() {
        List<String> one = List.of("493021", "1");
        List<String> five = List.of("493021", "5");
        assertThat(Texts.text(Template.ONE_TIME_CODE, Language.EN, BRAND, one)).contains("1 minute.");
        assertThat(Texts.text(Template.ONE_TIME_CODE, Language.EN, BRAND, five)).contains("5 minutes.");
        assertThat(Texts.text(Template.ONE_TIME_CODE, Language.FR, BRAND, one)).contains("1 minute.");
        assertThat(Texts.text(Template.ONE_TIME_CODE, Language.RW, BRAND, one)).contains("umunota 1.");
        assertThat(Texts.text(Template.ONE_TIME_CODE, Language.RW, BRAND, five)).contains("iminota 5.");
    }

    @ParameterizedTest
    @MethodSource("everyWord")
    void every_word_of_ours_reads_in_every_language(String word, Language language) {
        Template template = word.startsWith("role") ? Template.INVITATION : Template.STATUS;
        String name = word.substring(word.indexOf('.') + 1);
        List<String> values =
                template == Template.INVITATION ? List.of(name, "Volcano") : List.of("ISH-7K2M9QXZ", name);
        assertThat(Texts.text(template, language, BRAND, values))
                .doesNotContain(name)
                .doesNotContain("_");
    }

    static Stream<Arguments> everyWord() {
        Stream<String> roles = Stream.of(
                        "OPERATOR",
                        "DISPATCHER",
                        "CUSTOMS_INSPECTOR",
                        "GOVERNMENT",
                        "AUDITOR",
                        "TENANT_ADMIN",
                        "PLATFORM_ADMIN",
                        "AGENT")
                .map("role."::concat);
        Stream<String> statuses = Stream.of(
                        "DRAFT",
                        "CONFIRMED",
                        "PAID",
                        "ASSIGNED",
                        "IN_TRANSIT",
                        "AT_BORDER",
                        "DELIVERED",
                        "FAILED",
                        "CANCELLED")
                .map("status."::concat);
        return Stream.concat(roles, statuses)
                .flatMap(word -> Arrays.stream(Language.values()).map(language -> Arguments.of(word, language)));
    }

    private static List<String> typical(Template template) {
        return template.parameters().stream().map(TYPICAL::get).toList();
    }

    private static List<String> withLongPlaces(Template template) {
        return template.parameters().stream()
                .map(name -> switch (name) {
                    case "origin", "destination", "borderPost", "reason", "from", "to", "by" -> LONG_PLACE;
                    default -> TYPICAL.get(name);
                })
                .toList();
    }
}
