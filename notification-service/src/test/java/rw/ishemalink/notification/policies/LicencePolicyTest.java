package rw.ishemalink.notification.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import rw.ishemalink.notification.brand.Brand;
import rw.ishemalink.notification.message.Recipient;
import rw.ishemalink.notification.message.WantedMessage;
import rw.ishemalink.notification.policies.LicencePolicy.Moment;
import rw.ishemalink.notification.policies.LicencePolicy.Paper;
import rw.ishemalink.notification.text.GsmAlphabet;
import rw.ishemalink.notification.text.Texts;
import rw.ishemalink.schemas.Language;

class LicencePolicyTest {

    static Stream<Arguments> everyCase() {
        return Arrays.stream(Moment.values())
                .flatMap(moment -> Arrays.stream(Paper.values()).flatMap(paper -> Arrays.stream(Language.values())
                        .map(language -> Arguments.of(moment, paper, language))));
    }

    @ParameterizedTest
    @MethodSource("everyCase")
    void every_paper_is_named_in_words_of_the_language_within_one_message(
            Moment moment, Paper paper, Language language) {
        WantedMessage message =
                LicencePolicy.message(moment, paper, new Recipient.Driver(UUID.randomUUID()), "31/12/2026");

        String text = Texts.text(message.template(), language, Brand.PLATFORM, message.parameters());

        assertThat(text).contains("31/12/2026").doesNotContain(paper.name()).doesNotContain("_", "{", "''");
        assertThat(GsmAlphabet.covers(text)).as(text).isTrue();
        assertThat(GsmAlphabet.length(text)).as(text).isLessThanOrEqualTo(GsmAlphabet.MESSAGE_LENGTH);
    }
}
