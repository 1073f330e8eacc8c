package rw.ishemalink.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The suite said no, and why. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;

    RefusedException(String request, int status, JsonNode problem) {
        super(request + " was refused with " + status + ": "
                + problem.path("detail").asText(problem.toString()));
        this.status = status;
        this.type = problem.path("type").asText();
    }

    /** What the request answers; nothing when it is refused like that. Any other refusal is thrown. */
    static <T> Optional<T> unless(Predicate<RefusedException> refusal, Supplier<T> request) {
        try {
            return Optional.of(request.get());
        } catch (RefusedException refused) {
            if (refusal.test(refused)) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** Whether the problem is of that name. */
    boolean isOf(String name) {
        return type.endsWith(":" + name);
    }

    public int status() {
        return status;
    }

    /** The problem's type, {@code urn:ishemalink:problem:…}. */
    public String type() {
        return type;
    }
}
