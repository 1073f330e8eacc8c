package rw.ishemalink.simulators.airtel;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import rw.ishemalink.simulators.faults.Dialect;
import rw.ishemalink.simulators.faults.OutsideSystem;

/** Airtel in trouble: HTTP 500. */
@Singleton
public class AirtelDialect implements Dialect {

    @Override
    public OutsideSystem system() {
        return OutsideSystem.AIRTEL;
    }

    @Override
    public Response failure() {
        return Reply.response(
                500, new Reply(null, new Reply.Outcome("500", "Internal server error", null, null, false)));
    }

    @Override
    public Response unreadable(String detail) {
        return Reply.response(400, new Reply(null, new Reply.Outcome("ROUTER003", detail, null, null, false)));
    }

    /** A refusal is HTTP 200 as well, but nothing was done. */
    @Override
    public boolean reportsWork(ContainerResponseContext answer) {
        return answer.getStatus() < 400
                && answer.getEntity() instanceof Reply reply
                && reply.status().success();
    }
}
