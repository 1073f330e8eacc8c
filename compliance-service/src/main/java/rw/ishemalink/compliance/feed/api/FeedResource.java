package rw.ishemalink.compliance.feed.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.feed.AgencyReaders;
import rw.ishemalink.compliance.feed.FeedBounds;
import rw.ishemalink.compliance.feed.FeedCursor;
import rw.ishemalink.compliance.feed.FeedPage;
import rw.ishemalink.compliance.feed.store.FeedStore;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;

/** The government topics for an agency that would rather fetch than listen. */
@Path("/api/feeds")
@Tag(name = "Feeds")
public class FeedResource {

    private final UnitOfWork unitOfWork;
    private final FeedStore store;
    private final Caller caller;

    FeedResource(UnitOfWork unitOfWork, FeedStore store, Caller caller) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.caller = caller;
    }

    @GET
    @Path("/{topic}")
    @RunOnVirtualThread
    @RolesAllowed(Role.Names.GOVERNMENT)
    @Operation(
            summary = "Records of one government topic in their order, each at least once",
            description =
                    "Begin without a cursor (at the oldest record kept) or with from; then always with the cursor of"
                            + " the last answer. 403 for another agency's topic, 404 when the cursor is older than what is kept.")
    public RestResponse<FeedAnswer> page(
            @RestPath String topic,
            @RestQuery @Nullable String after,
            @RestQuery @Nullable String from,
            @RestQuery @DefaultValue("100") int limit,
            @HeaderParam("If-None-Match") @Nullable String known) {
        FeedQuestion asked = FeedQuestion.of(topic, after, from, limit, Instant.now());
        AgencyReaders.require(caller, asked.agency());
        long begin = begin(asked);
        FeedPage page = unitOfWork.read(sql -> store.page(sql, topic, caller.tenant(), begin, limit));
        String tag = "\"" + begin + "-" + page.last() + "\"";
        return tag.equals(known) ? unchanged(tag) : answer(asked, page, tag);
    }

    private long begin(FeedQuestion asked) {
        String topic = asked.topic().topicName();
        FeedBounds bounds = unitOfWork.read(sql -> store.bounds(sql, topic, caller.tenant()));
        if (asked.from().isPresent()) {
            Instant since = asked.from().get();
            return unitOfWork.read(sql -> store.firstSince(sql, topic, caller.tenant(), since)) - 1;
        }
        return asked.after().map(text -> position(topic, text, bounds)).orElse(bounds.oldest() - 1);
    }

    private long position(String topic, String text, FeedBounds bounds) {
        long position = FeedCursor.parse(text, topic, caller.tenant())
                .map(FeedCursor::position)
                .filter(read -> !bounds.isAhead(read))
                .orElseThrow(() -> ProblemException.badRequest("bad-feed-cursor"));
        if (bounds.isTooOld(position)) {
            throw ProblemException.notFound("feed-cursor-too-old");
        }
        return position;
    }

    private static RestResponse<FeedAnswer> unchanged(String tag) {
        return ResponseBuilder.<FeedAnswer>create(RestResponse.Status.NOT_MODIFIED)
                .header("ETag", tag)
                .build();
    }

    private RestResponse<FeedAnswer> answer(FeedQuestion asked, FeedPage page, String tag) {
        String topic = asked.topic().topicName();
        FeedCursor next = new FeedCursor(topic, caller.tenant(), page.last());
        String link = "</api/feeds/%s?after=%s&limit=%d>; rel=\"next\""
                .formatted(topic, URLEncoder.encode(next.text(), StandardCharsets.UTF_8), asked.limit());
        return ResponseBuilder.ok(FeedAnswer.of(asked, page, next))
                .header("ETag", tag)
                .header("Link", link)
                .header("Cache-Control", "private, no-cache")
                .build();
    }
}
