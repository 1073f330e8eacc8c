package rw.ishemalink.compliance.outbound.rura;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;
import rw.ishemalink.compliance.licence.Licence;
import rw.ishemalink.compliance.licence.LicenceAnswer;
import rw.ishemalink.compliance.licence.LicenceAnswer.NoAnswer;
import rw.ishemalink.compliance.licence.LicenceAnswer.NotOnRecord;
import rw.ishemalink.compliance.licence.LicenceAnswer.OnRecord;
import rw.ishemalink.compliance.licence.LicenceKind;
import rw.ishemalink.compliance.licence.LicenceQuestion;
import rw.ishemalink.compliance.licence.LicenceRegister;
import rw.ishemalink.compliance.outbound.JsonHttp.Reply;
import rw.ishemalink.compliance.outbound.NoReplyException;

/** RURA's register over JSON. RURA publishes no API: the form is our proposal. */
@ApplicationScoped
public class RuraRegister implements LicenceRegister {

    private static final Logger LOG = Logger.getLogger(RuraRegister.class);
    private static final int NOT_FOUND = 404;

    private final RuraLine line;

    RuraRegister(RuraLine line) {
        this.line = line;
    }

    @Override
    public LicenceAnswer ask(LicenceQuestion question) {
        try {
            Reply reply = line.get(path(question.kind()), question.subject());
            return reply.status() == NOT_FOUND
                    ? new NotOnRecord()
                    : new OnRecord(licence(question.kind(), reply.body()));
        } catch (NoReplyException | CircuitBreakerOpenException | DateTimeException | IllegalArgumentException e) {
            LOG.warnf("the register gives no answer about a %s: %s", question.kind(), e.getMessage());
            return new NoAnswer();
        }
    }

    private static String path(LicenceKind kind) {
        return switch (kind) {
            case DRIVER_AUTHORISATION -> "/authorisations/drivers/";
            case VEHICLE_AUTHORISATION -> "/authorisations/vehicles/";
            case OPERATOR_LICENCE -> "/licences/operators/";
            case VEHICLE_INSPECTION -> "/inspections/vehicles/";
            case DRIVING_LICENCE -> "/licences/drivers/";
            case INSURANCE -> "/insurances/vehicles/";
        };
    }

    /** An answer about something else is none. */
    private static Licence licence(LicenceKind asked, JsonNode body) {
        String number = body.path("number").asText();
        if (number.isBlank() || !body.path("kind").asText(asked.name()).equals(asked.name())) {
            throw new IllegalArgumentException("not the licence that was asked for");
        }
        return new Licence(
                number,
                Licence.Status.valueOf(body.path("status").asText()),
                LocalDate.parse(body.path("validUntil").asText()),
                findText(body, "vehiclePlate").orElse(null),
                findText(body, "issuedOn").map(LocalDate::parse).orElse(null),
                findText(body, "holder").orElse(null),
                findText(body, "holderTin").orElse(null),
                findText(body, "zone").orElse(null),
                body.path("categories").valueStream().map(JsonNode::asText).toList());
    }

    private static Optional<String> findText(JsonNode body, String field) {
        JsonNode value = body.path(field);
        return value.isTextual() && !value.asText().isBlank() ? Optional.of(value.asText()) : Optional.empty();
    }
}
