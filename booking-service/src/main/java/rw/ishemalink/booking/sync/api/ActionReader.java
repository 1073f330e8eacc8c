package rw.ishemalink.booking.sync.api;

import static java.util.Comparator.comparing;
import static rw.ishemalink.kit.problem.ProblemException.badRequest;
import static rw.ishemalink.kit.problem.ProblemException.forbidden;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import rw.ishemalink.booking.desk.NewBooking;
import rw.ishemalink.booking.sync.ActionKind;
import rw.ishemalink.booking.sync.Arrival;
import rw.ishemalink.booking.sync.Arrival.Accepted;
import rw.ishemalink.booking.sync.Arrival.Rejected;
import rw.ishemalink.booking.sync.Reason;
import rw.ishemalink.booking.sync.SyncAction;
import rw.ishemalink.booking.sync.SyncAction.Create;
import rw.ishemalink.booking.sync.SyncAction.OnBooking;
import rw.ishemalink.booking.sync.store.SyncJson;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.problem.Problem.FieldError;
import rw.ishemalink.kit.problem.ProblemException;

/** Reads the actions of a batch. Invariant: what is accepted can be stored and read again. */
@ApplicationScoped
class ActionReader {

    /** A clock that is ahead by more would put the action behind all that follow (mission, Offline). */
    private static final Duration CLOCK_AHEAD = Duration.ofMinutes(5);

    /** A phone that has lost its clock starts anew at 1970 or 2000. */
    private static final Instant NO_CLOCK = Instant.parse("2020-01-01T00:00:00Z");

    private static final String NUL = "\\u0000";

    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private final Validator validator;

    ActionReader(Validator validator) {
        this.validator = validator;
    }

    /**
     * Reads one action.
     *
     * @param number in the batch, from 0
     * @throws ProblemException if it has no sync id by which the problem could be told
     */
    Arrival read(Caller caller, JsonNode node, int number) {
        UUID syncId = syncId(node, number);
        try {
            SyncAction action = json.treeToValue(node, SyncAction.class);
            List<FieldError> errors = errors(action);
            return errors.isEmpty()
                    ? accepted(caller, action)
                    : new Rejected(syncId, Reason.of(badRequest("action-invalid")), errors);
        } catch (ProblemException e) {
            return new Rejected(syncId, Reason.of(e), List.of());
        } catch (JsonProcessingException e) {
            return new Rejected(syncId, Reason.of(unreadable(e)), List.of());
        }
    }

    private static UUID syncId(JsonNode node, int number) {
        try {
            return UUID.fromString(node.path("syncId").asText());
        } catch (IllegalArgumentException e) {
            throw badRequest("sync-id-needed", String.valueOf(number));
        }
    }

    private List<FieldError> errors(SyncAction action) {
        return validator.validate(action).stream()
                .map(violation -> new FieldError(violation.getPropertyPath().toString(), violation.getMessage()))
                .sorted(comparing(FieldError::field).thenComparing(FieldError::message))
                .toList();
    }

    private static Accepted accepted(Caller caller, SyncAction action) {
        if (action.kind().allowed().stream().noneMatch(caller::isAny)) {
            throw forbidden("not-your-action");
        }
        if (action instanceof OnBooking act && (act.bookingId() == null) == (act.bookingSyncId() == null)) {
            throw badRequest("booking-named-once");
        }
        if (action instanceof Create create) {
            NewBooking unused = create.booking().toNewBooking();
        }
        if (action.clientTime().isAfter(Instant.now().plus(CLOCK_AHEAD))
                || action.clientTime().isBefore(NO_CLOCK)) {
            throw badRequest("client-time-wrong");
        }
        String document = SyncJson.writeAction(action);
        if (document.contains(NUL)) {
            throw badRequest("action-unreadable", "-");
        }
        return new Accepted(action, document, SyncJson.fingerprint(document));
    }

    private static ProblemException unreadable(JsonProcessingException e) {
        if (e instanceof InvalidTypeIdException) {
            return badRequest("unknown-action-type", Arrays.toString(ActionKind.values()));
        }
        String field = e instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(ref -> ref.getFieldName() == null ? "[" + ref.getIndex() + "]" : ref.getFieldName())
                        .collect(Collectors.joining("."))
                : "";
        return badRequest("action-unreadable", field.isEmpty() ? "-" : field);
    }
}
