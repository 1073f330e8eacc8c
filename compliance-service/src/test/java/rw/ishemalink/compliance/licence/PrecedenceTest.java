package rw.ishemalink.compliance.licence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import rw.ishemalink.compliance.licence.LicenceAnswer.NoAnswer;
import rw.ishemalink.compliance.licence.LicenceAnswer.NotOnRecord;
import rw.ishemalink.compliance.licence.LicenceAnswer.OnRecord;
import rw.ishemalink.compliance.licence.Word.Source;

/** The authority's answer wins while it is fresh; then the newest paper does, unless the authority spoke since. */
class PrecedenceTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Precedence RULE = new Precedence(DAY, MONTH);
    private static final LicenceAnswer SILENCE = new NoAnswer();
    private static final LicenceAnswer YES = licence("RURA-1", Licence.Status.VALID);
    private static final LicenceAnswer PAPER_YES = licence("PAPER-1", Licence.Status.VALID);
    private static final LicenceAnswer REVOKED = licence("RURA-1", Licence.Status.REVOKED);
    private static final LicenceAnswer NONE = new NotOnRecord();

    @Test
    void the_answer_of_this_moment_beats_all_that_was_said_before_also_when_it_is_a_no() {
        List<Word> words = List.of(said(Source.REGISTER, YES, Duration.ofMinutes(1)), paper(Duration.ofMinutes(1)));

        assertThat(RULE.forDispatch(NONE, words, NOW)).isEqualTo(NONE);
        assertThat(RULE.forDispatch(REVOKED, words, NOW)).isEqualTo(REVOKED);
    }

    @Test
    void a_remembered_answer_counts_for_exactly_24_hours_of_silence() {
        assertThat(dispatch(said(Source.REGISTER, YES, DAY))).isEqualTo(YES);
        assertThat(dispatch(said(Source.REGISTER, YES, DAY.plus(1, ChronoUnit.MICROS))))
                .isEqualTo(SILENCE);
    }

    @Test
    void while_it_is_fresh_the_authority_beats_a_newer_paper() {
        assertThat(dispatch(said(Source.REGISTER, REVOKED, Duration.ofHours(23)), paper(Duration.ofHours(1))))
                .isEqualTo(REVOKED);
    }

    @Test
    void a_paper_from_after_the_authority_s_last_word_counts_once_that_is_no_longer_fresh() {
        assertThat(dispatch(said(Source.REGISTER, REVOKED, Duration.ofHours(25)), paper(Duration.ofHours(24))))
                .isEqualTo(PAPER_YES);
    }

    @Test
    void a_paper_that_the_authority_has_overtaken_never_comes_back() {
        assertThat(dispatch(said(Source.REGISTER, REVOKED, Duration.ofHours(25)), paper(Duration.ofHours(26))))
                .isEqualTo(SILENCE);
    }

    @Test
    void a_paper_counts_for_exactly_its_time() {
        assertThat(dispatch(paper(MONTH))).isEqualTo(PAPER_YES);
        assertThat(dispatch(paper(MONTH.plus(1, ChronoUnit.MICROS)))).isEqualTo(SILENCE);
    }

    @Test
    void of_two_papers_the_newer_counts() {
        Word entry = said(Source.MANUAL, REVOKED, Duration.ofHours(1));
        Word file = said(Source.IMPORT, YES, Duration.ofHours(2));

        assertThat(dispatch(entry, file)).isEqualTo(REVOKED);
        assertThat(dispatch(file, entry)).isEqualTo(REVOKED);
    }

    @Test
    void nothing_said_is_unknown() {
        assertThat(dispatch()).isEqualTo(SILENCE);
        assertThat(RULE.findStanding(List.of(), NOW)).isEmpty();
    }

    @Test
    void people_are_told_of_the_newest_word_however_old_it_is() {
        Word old = said(Source.IMPORT, YES, Duration.ofDays(300));

        assertThat(RULE.findStanding(List.of(old), NOW)).contains(old);
    }

    @Test
    void when_a_fresh_answer_gives_way_to_a_paper_is_known_beforehand() {
        Word answer = said(Source.REGISTER, YES, Duration.ofHours(1));

        assertThat(RULE.findTurn(List.of(answer, paper(Duration.ZERO)), NOW))
                .hasValueSatisfying(turn -> assertThat(turn).isAfter(NOW.plus(Duration.ofHours(23))));
        assertThat(RULE.findTurn(List.of(answer), NOW)).isEmpty();
    }

    private static LicenceAnswer dispatch(Word... words) {
        return RULE.forDispatch(SILENCE, List.of(words), NOW);
    }

    private static Word paper(Duration age) {
        return said(Source.IMPORT, PAPER_YES, age);
    }

    private static Word said(Source source, LicenceAnswer answer, Duration age) {
        return new Word(source, answer, NOW.minus(age));
    }

    private static LicenceAnswer licence(String number, Licence.Status status) {
        return new OnRecord(new Licence(number, status, LocalDate.of(2099, 12, 31), null));
    }
}
