package rw.ishemalink.identity.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A wish and how far it got.
 *
 * @param parts one for each service that is expected to answer, in the order of the configuration
 */
public record PersonRequest(
        UUID requestId,
        String tenant,
        UUID personId,
        Wish wish,
        Instant createdAt,
        Optional<Instant> doneAt,
        List<Part> parts) {

    /** How far a service is. */
    public enum State {
        ASKED,
        POSTPONED,
        DONE
    }

    /**
     * What a service answered.
     *
     * @param because why it waits, or by which law it keeps what it keeps
     */
    public record Part(String service, State state, long records, long kept, Optional<String> because) {

        static Part asked(String service) {
            return new Part(service, State.ASKED, 0, 0, Optional.empty());
        }
    }

    public PersonRequest {
        parts = List.copyOf(parts);
    }

    /** Whether every service but that one has done its part. */
    boolean isDoneBut(String service) {
        return parts.stream().filter(it -> !it.service().equals(service)).allMatch(it -> it.state() == State.DONE);
    }

    boolean isDone() {
        return parts.stream().allMatch(it -> it.state() == State.DONE);
    }
}
