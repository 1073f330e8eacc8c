package rw.ishemalink.simulators.ebm;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import rw.ishemalink.simulators.WorldClock;

/** How devices of the family say that something went wrong: HTTP 200 with a result code; work was done only under 000. */
@Singleton
public class Answers {

    private final WorldClock clock;

    public Answers(WorldClock clock) {
        this.clock = clock;
    }

    /** Trouble: nothing was done. */
    public Response failure() {
        return answer(ResultCode.UNKNOWN, "");
    }

    public Response unreadable(String detail) {
        return answer(ResultCode.PARAMETER, detail);
    }

    public static boolean reportsWork(ContainerResponseContext answer) {
        return answer.getEntity() instanceof Envelope envelope
                && ResultCode.SUCCEEDED.code().equals(envelope.resultCd());
    }

    @ServerExceptionMapper
    public Response refused(EbmRefusal refusal) {
        return answer(refusal.code(), Objects.requireNonNullElse(refusal.getMessage(), ""));
    }

    private Response answer(ResultCode code, String detail) {
        return Response.ok(Envelope.refusal(code, detail, clock.instant(), null))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
