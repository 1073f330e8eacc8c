package rw.ishemalink.simulators.vsdc;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import rw.ishemalink.simulators.WorldClock;
import rw.ishemalink.simulators.faults.Dialect;
import rw.ishemalink.simulators.faults.OutsideSystem;

/** The VSDC in trouble: HTTP 200 with result code 999; work was done only under 000. */
@Singleton
public class VsdcDialect implements Dialect {

    private final WorldClock clock;

    public VsdcDialect(WorldClock clock) {
        this.clock = clock;
    }

    @Override
    public OutsideSystem system() {
        return OutsideSystem.VSDC;
    }

    @Override
    public Response failure() {
        return answer(ResultCode.UNKNOWN, "");
    }

    @Override
    public Response unreadable(String detail) {
        return answer(ResultCode.PARAMETER, detail);
    }

    @Override
    public boolean reportsWork(ContainerResponseContext answer) {
        return answer.getEntity() instanceof Envelope envelope
                && ResultCode.SUCCEEDED.code().equals(envelope.resultCd());
    }

    @ServerExceptionMapper
    public Response refused(VsdcRefusal refusal) {
        return answer(refusal.code(), Objects.requireNonNullElse(refusal.getMessage(), ""));
    }

    private Response answer(ResultCode code, String detail) {
        return Response.ok(Envelope.refusal(code, detail, clock.instant(), null))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
