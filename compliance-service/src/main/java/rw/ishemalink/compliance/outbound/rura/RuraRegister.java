package rw.ishemalink.compliance.outbound.rura;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;
import rw.ishemalink.compliance.licence.Licence;
import rw.ishemalink.compliance.licence.LicenceAnswer;
import rw.ishemalink.compliance.licence.LicenceAnswer.NoAnswer;
import rw.ishemalink.compliance.licence.LicenceAnswer.NotOnRecord;
import rw.ishemalink.compliance.licence.LicenceAnswer.OnRecord;
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
            return reply.status() == NOT_FOUND ? new NotOnRecord() : new OnRecord(licence(reply.body()));
        } catch (NoReplyException | CircuitBreakerOpenException | DateTimeException | IllegalArgumentException e) {
            LOG.warnf("the register gives no answer about a %s: %s", question.kind(), e.getMessage());
            return new NoAnswer();
        }
    }

    private static String path(LicenceQuestion.Kind kind) {
        return switch (kind) {
            case DRIVER_AUTHORISATION -> "/authorisations/drivers/";
            case VEHICLE_AUTHORISATION -> "/authorisations/vehicles/";
            case OPERATOR_LICENCE -> "/licences/operators/";
        };
    }

    private static Licence licence(JsonNode body) {
        JsonNode plate = body.path("vehiclePlate");
        return new Licence(
                body.path("number").asText(),
                Licence.Status.valueOf(body.path("status").asText()),
                LocalDate.parse(body.path("validUntil").asText()),
                plate.isTextual() ? plate.asText() : null);
    }
}
