package rw.ishemalink.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import rw.ishemalink.kit.outbox.DatabaseAway;
import rw.ishemalink.kit.problem.Problem.FieldError;

/** Turns whatever ends a request into a problem detail. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int RETRY_AFTER_SECONDS = 2;

    private final ProblemTexts texts;

    ProblemMappers(ProblemTexts texts) {
        this.texts = texts;
    }

    @ServerExceptionMapper
    Response problem(ProblemException e, HttpHeaders headers) {
        return answer(e.status(), e.code(), headers, e.arguments(), List.of());
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException e, HttpHeaders headers) {
        List<FieldError> errors = e.getConstraintViolations().stream()
                .map(violation -> new FieldError(field(violation), violation.getMessage()))
                .sorted((a, b) -> a.field().compareTo(b.field()))
                .toList();
        return answer(400, "invalid-input", headers, List.of(), errors);
    }

    @ServerExceptionMapper({MismatchedInputException.class, JsonMappingException.class})
    Response unreadableField(JsonMappingException e, HttpHeaders headers) {
        String field = e.getPath().stream()
                .map(ref -> ref.getFieldName() == null ? "[" + ref.getIndex() + "]" : ref.getFieldName())
                .collect(Collectors.joining("."));
        return answer(400, "unreadable-input", headers, List.of(field.isEmpty() ? "-" : field), List.of());
    }

    @ServerExceptionMapper
    Response unreadable(JsonProcessingException e, HttpHeaders headers) {
        return answer(400, "unreadable-input", headers, List.of("-"), List.of());
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthorized(Exception e, HttpHeaders headers) {
        Response answer = answer(401, "no-valid-token", headers, List.of(), List.of());
        return Response.fromResponse(answer)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e, HttpHeaders headers) {
        return answer(403, "not-allowed", headers, List.of(), List.of());
    }

    @ServerExceptionMapper
    Response other(WebApplicationException e, HttpHeaders headers, UriInfo address) {
        int status = e.getResponse().getStatus();
        if (e.getCause() instanceof JsonMappingException mapping) {
            return unreadableField(mapping, headers);
        }
        if (e.getCause() instanceof JsonProcessingException unreadable) {
            return unreadable(unreadable, headers);
        }
        return switch (status) {
            // A parameter of the query that cannot be read is told as 404, with what was wrong with it as the cause.
            case 404 ->
                e.getCause() == null || address.getQueryParameters().isEmpty()
                        ? answer(404, "no-such-resource", headers, List.of(), List.of())
                        : answer(400, "unreadable-query", headers, List.of(), List.of());
            case 405 -> answer(405, "no-such-method", headers, List.of(), List.of());
            case 415 -> answer(415, "unsupported-media-type", headers, List.of(), List.of());
            case 413 -> answer(413, "too-large", headers, List.of(), List.of());
            default ->
                status < 500 ? answer(status, "bad-request", headers, List.of(), List.of()) : failure(e, headers);
        };
    }

    @ServerExceptionMapper
    Response failure(RuntimeException e, HttpHeaders headers) {
        if (DatabaseAway.isCauseOf(e)) {
            LOG.warn("request refused: the database is away");
            return Response.fromResponse(answer(503, "database-away", headers, List.of(), List.of()))
                    .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                    .build();
        }
        if (isUnreadableForm(e)) {
            return answer(400, "unreadable-input", headers, List.of("-"), List.of());
        }
        LOG.error("request failed", e);
        return answer(500, "failure", headers, List.of(), List.of());
    }

    /** Escapes in a form that are none reach us as what the JDK says of them. */
    private static boolean isUnreadableForm(RuntimeException e) {
        StackTraceElement[] trace = e.getStackTrace();
        return e instanceof IllegalArgumentException
                && trace.length > 0
                && trace[0].getClassName().equals("java.net.URLDecoder");
    }

    private Response answer(
            int status, String code, HttpHeaders headers, List<Object> arguments, List<FieldError> errors) {
        Locale language = ProblemTexts.language(headers.getAcceptableLanguages());
        Problem problem = texts.problem(status, code, arguments, errors, language);
        return Response.status(status)
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
                .entity(problem)
                .build();
    }

    /** The path without the method's and parameter's own names: {@code create.request.cargo.weightKg} is {@code cargo.weightKg}. */
    private static String field(ConstraintViolation<?> violation) {
        List<String> names = new java.util.ArrayList<>();
        for (Path.Node node : violation.getPropertyPath()) {
            names.add(node.toString());
        }
        return names.size() <= 2 ? names.getLast() : String.join(".", names.subList(2, names.size()));
    }
}
