package rw.ishemalink.identity.privacy.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.identity.privacy.PersonRequest;
import rw.ishemalink.identity.privacy.Wish;

/** A wish, as the person sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WishView(
        UUID requestId,
        Wish wish,
        boolean done,
        Instant createdAt,
        @Nullable Instant doneAt,
        List<PartView> services) {

    /**
     * One service's part.
     *
     * @param because why it waits, or by which law it keeps what it keeps
     * @param link where the copy is, to be fetched with the same token
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PartView(
            String service,
            PersonRequest.State state,
            long records,
            long kept,
            @Nullable String because,
            @Nullable String link) {}

    static WishView of(PersonRequest request) {
        return new WishView(
                request.requestId(),
                request.wish(),
                request.doneAt().isPresent(),
                request.createdAt(),
                request.doneAt().orElse(null),
                request.parts().stream().map(part -> part(request, part)).toList());
    }

    private static PartView part(PersonRequest request, PersonRequest.Part part) {
        boolean ready = request.wish() == Wish.EXPORT && part.state() == PersonRequest.State.DONE;
        return new PartView(
                part.service(),
                part.state(),
                part.records(),
                part.kept(),
                part.because().orElse(null),
                ready ? "/api/privacy/services/%s/parts/%s".formatted(part.service(), request.requestId()) : null);
    }
}
