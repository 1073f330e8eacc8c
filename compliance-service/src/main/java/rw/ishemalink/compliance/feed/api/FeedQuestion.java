package rw.ishemalink.compliance.feed.api;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.schemas.Agency;
import rw.ishemalink.schemas.Topics;

/**
 * What was asked for, once it is known to make sense.
 *
 * @param after cursor of an earlier answer
 * @param from where to begin without one; with neither, at the oldest record kept
 */
record FeedQuestion(Topics topic, Agency agency, Optional<String> after, Optional<Instant> from, int limit) {

    private static final int LONGEST = 1_000;

    /**
     * Reads the request.
     *
     * @throws ProblemException 404 for a topic that no agency reads, 400 for parameters that make no sense
     */
    static FeedQuestion of(String topicName, @Nullable String after, @Nullable String from, int limit, Instant now) {
        Topics topic = topic(topicName);
        Agency agency = Agency.findReaderOf(topic).orElseThrow(() -> ProblemException.notFound("no-such-feed"));
        if (limit < 1 || limit > LONGEST) {
            throw ProblemException.badRequest("bad-feed-limit", LONGEST);
        }
        if (after != null && from != null) {
            throw ProblemException.badRequest("after-or-from");
        }
        Optional<Instant> since = Optional.ofNullable(from).map(FeedQuestion::instant);
        if (since.filter(now::isBefore).isPresent()) {
            throw ProblemException.badRequest("bad-feed-from");
        }
        return new FeedQuestion(topic, agency, Optional.ofNullable(after), since, limit);
    }

    private static Topics topic(String topicName) {
        try {
            return Topics.getByTopicName(topicName);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound("no-such-feed");
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw ProblemException.badRequest("bad-feed-from");
        }
    }
}
