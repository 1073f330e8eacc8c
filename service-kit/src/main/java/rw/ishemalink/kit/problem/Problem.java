package rw.ishemalink.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A problem detail (RFC 9457).
 *
 * @param type a stable URI that names the kind of problem: {@code urn:ishemalink:problem:<code>}
 * @param title the kind of problem in the caller's language
 * @param status the HTTP status
 * @param detail what is wrong this time and what to mend, in the caller's language
 * @param errors what is wrong with which field; empty unless the input was bad
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, List<FieldError> errors) {

    /** The media type of problem details. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** What is wrong with one field, in the caller's language. */
    public record FieldError(String field, String message) {}

    public Problem {
        errors = List.copyOf(errors);
    }
}
