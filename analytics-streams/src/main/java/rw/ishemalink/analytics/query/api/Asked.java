package rw.ishemalink.analytics.query.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.query.Answer;
import rw.ishemalink.analytics.query.Asking;
import rw.ishemalink.analytics.query.Cluster;
import rw.ishemalink.analytics.query.KeptAnswer;
import rw.ishemalink.analytics.query.KeptAnswers;
import rw.ishemalink.analytics.query.LocalStores;
import rw.ishemalink.analytics.query.Peers;
import rw.ishemalink.analytics.query.Question;
import rw.ishemalink.analytics.query.Reading;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.problem.ProblemException;

/** Asks for the caller: in the tenant of the token, and between instances with that token. */
@RequestScoped
public class Asked {

    private final Cluster cluster;
    private final LocalStores local;
    private final KeptAnswers kept;
    private final Tag tag;
    private final Caller caller;
    private final JsonWebToken token;
    private final HttpHeaders headers;

    Asked(
            Cluster cluster,
            LocalStores local,
            KeptAnswers kept,
            Tag tag,
            Caller caller,
            JsonWebToken token,
            HttpHeaders headers) {
        this.cluster = cluster;
        this.local = local;
        this.kept = kept;
        this.tag = tag;
        this.caller = caller;
        this.token = token;
        this.headers = headers;
    }

    /**
     * Whose aggregates are asked for.
     *
     * @throws ProblemException 403 for an operator's dispatcher: they are the whole tenant's
     */
    public String tenant() {
        return Whose.own(caller);
    }

    /**
     * Whose aggregates are asked for: empty for everybody's.
     *
     * @param tenant as the caller gave it: none or the own tenant, or * for everybody's
     * @throws ProblemException 403 for another tenant, for everybody's where the caller serves one tenant, and as {@link #tenant()}
     */
    public Optional<String> whose(@Nullable String tenant) {
        return Whose.of(caller, tenant);
    }

    /**
     * The answer, kept for whoever asks the same soon after.
     *
     * @param question all that the answer depends on, whose it is included; equal questions have equal answers
     * @param make makes it; it must not know the request, for it may be made again when that is over
     */
    public <T> T answer(Object question, Function<Asking, T> make) {
        KeptAnswer<T> answer = kept.answer(question, asking(), make);
        tag.set(answer.tag());
        return answer.answer();
    }

    /** A question to all instances, at once. */
    public <T> Answer<T> ask(Question<T> question) {
        return asking().ask(question);
    }

    /**
     * This instance's parts, for the instance that asks.
     *
     * @param asked makes the question of what the request says
     * @throws ProblemException 400 when there is no such question
     */
    <T> byte[] local(Supplier<Question<T>> asked) {
        Question<T> question = readable(asked);
        Reading reading =
                Reading.ANY.name().equals(headers.getHeaderString(Peers.READING)) ? Reading.ANY : Reading.ACTIVE;
        try {
            return question.wire().write(local.answer(question, reading));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> Question<T> readable(Supplier<Question<T>> asked) {
        try {
            return asked.get();
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest("unreadable-query");
        }
    }

    private Asking asking() {
        String raw = token.getRawToken();
        return new Asking() {
            @Override
            public <T> Answer<T> ask(Question<T> question) {
                return cluster.ask(question, raw);
            }
        };
    }
}
