package rw.ishemalink.compliance.licence;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import rw.ishemalink.compliance.licence.LicenceAnswer.NoAnswer;
import rw.ishemalink.compliance.licence.Word.Source;

/**
 * Which source wins when they disagree. The authority's answer of this moment beats everything, also when it is a no; while
 * it gives none, its last one does, for as long as that is fresh; then the newest paper does, unless the authority has said
 * something since. Invariant: what was overtaken by a later word never comes back, and what is too old is unknown.
 *
 * @param answerValidity how long the authority's last answer counts while it gives none (decision C14)
 * @param paperValidity how long a file or a manual entry counts
 */
public record Precedence(Duration answerValidity, Duration paperValidity) {

    /** What a dispatch may build on. */
    public LicenceAnswer forDispatch(LicenceAnswer given, List<Word> words, Instant at) {
        if (!(given instanceof NoAnswer)) {
            return given;
        }
        return findFresh(words, at)
                .or(() -> findNewest(words)
                        .filter(word -> word.source().isPaper())
                        .filter(word -> isAtMost(paperValidity, word, at)))
                .map(Word::answer)
                .orElse(given);
    }

    /** What is to be told of: the same order, but the newest word of all stands however old it is. */
    public Optional<Word> findStanding(List<Word> words, Instant at) {
        return findFresh(words, at).or(() -> findNewest(words));
    }

    /** When the authority's answer stops to outweigh a newer paper; empty where that changes nothing. */
    public Optional<Instant> findTurn(List<Word> words, Instant at) {
        return words.size() < 2
                ? Optional.empty()
                : findFresh(words, at)
                        .map(word -> word.saidAt().plus(answerValidity).plusMillis(1));
    }

    private Optional<Word> findFresh(List<Word> words, Instant at) {
        return words.stream()
                .filter(word -> word.source() == Source.REGISTER)
                .filter(word -> isAtMost(answerValidity, word, at))
                .findFirst();
    }

    private static Optional<Word> findNewest(List<Word> words) {
        return words.stream().max(Comparator.comparing(Word::saidAt).thenComparing(Word::source));
    }

    private static boolean isAtMost(Duration age, Word word, Instant at) {
        return !word.saidAt().plus(age).isBefore(at);
    }
}
