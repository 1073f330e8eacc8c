package rw.ishemalink.analytics.summary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.config.SummaryConfig;
import rw.ishemalink.analytics.cube.Aggregate;
import rw.ishemalink.analytics.query.Answer;
import rw.ishemalink.analytics.query.Asking;
import rw.ishemalink.analytics.query.CellAnswer;
import rw.ishemalink.analytics.query.CellQuestion;
import rw.ishemalink.analytics.query.CellRow;
import rw.ishemalink.analytics.query.Cluster;
import rw.ishemalink.analytics.query.LocalStores;
import rw.ishemalink.analytics.query.Part;
import rw.ishemalink.analytics.query.Question;
import rw.ishemalink.analytics.query.Reading;
import rw.ishemalink.analytics.query.Right;
import rw.ishemalink.analytics.query.Span;

/** The sums that may leave the country, of all tenants and instances. Nobody asks for them but the application itself. */
@ApplicationScoped
public class SummaryCells {

    /** Below which path instances ask each other by themselves. */
    public static final String PATH = "/internal/instances";

    /** What proves it. */
    public static final String HEADER = "X-Ishema-Instance";

    /** Whose instance publishes: there is exactly one that has it. */
    private static final int PUBLISHING_PARTITION = 0;

    private final Cluster cluster;
    private final LocalStores local;
    private final InstanceProof proof;

    @Inject
    SummaryCells(Cluster cluster, LocalStores local, SummaryConfig config) {
        this.cluster = cluster;
        this.local = local;
        this.proof = new InstanceProof(config.instanceKey(), Clock.systemUTC());
    }

    /** Whether this instance is the one that publishes. */
    boolean isOurTurn() {
        return local.answer(question(List.of()), Reading.ACTIVE).stream()
                .anyMatch(part -> part.partition() == PUBLISHING_PARTITION);
    }

    /** The cells of all tenants; not necessarily complete. */
    CellAnswer get(List<Span> spans) {
        Right right = new Right(PATH, HEADER, proof::prove);
        Asking asking = new Asking() {
            @Override
            public <T> Answer<T> ask(Question<T> question) {
                return cluster.ask(question, right);
            }
        };
        return asking.cells(question(spans));
    }

    /** This instance's parts; empty where nothing proves that an instance asks. */
    public Optional<byte[]> find(@Nullable String proven, String path, List<Span> spans) {
        if (proven == null || !proof.isProof(proven, path)) {
            return Optional.empty();
        }
        CellQuestion question = question(spans);
        List<Part<CellRow>> parts = local.answer(question, Reading.ANY);
        try {
            return Optional.of(question.wire().write(parts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CellQuestion question(List<Span> spans) {
        return CellQuestion.of(Aggregate.SUMMARIES, Optional.empty(), spans);
    }
}
