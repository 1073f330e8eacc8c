package rw.ishemalink.simulators.faults;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.Problem;

/** A body that is no JSON, or not the JSON asked for, is refused in the dialect of the system it was sent to. */
public class UnreadableBody {

    private final Dialects dialects;

    public UnreadableBody(Dialects dialects) {
        this.dialects = dialects;
    }

    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException cause, SimpleResourceInfo resource) {
        return answer(cause, resource);
    }

    @ServerExceptionMapper
    public Response refused(WebApplicationException refusal, SimpleResourceInfo resource) {
        if (refusal.getCause() instanceof JacksonException cause
                && !refusal.getResponse().hasEntity()) {
            return answer(cause, resource);
        }
        return refusal.getResponse();
    }

    private Response answer(JacksonException cause, SimpleResourceInfo resource) {
        Outside door = resource.getResourceClass().getAnnotation(Outside.class);
        String detail = describe(cause);
        return door == null
                ? Problem.response(400, detail)
                : dialects.get(door.value()).unreadable(detail);
    }

    /** Names the field only: the value may be a phone number. */
    private static String describe(JacksonException cause) {
        String field = cause instanceof JsonMappingException mapping
                ? mapping.getPath().stream().map(UnreadableBody::name).collect(Collectors.joining("."))
                : "";
        return field.isEmpty() ? "the body is not the JSON asked for" : field + " has a value of the wrong type";
    }

    private static String name(JsonMappingException.Reference step) {
        @Nullable String field = step.getFieldName();
        return field == null ? Integer.toString(step.getIndex()) : field;
    }
}
