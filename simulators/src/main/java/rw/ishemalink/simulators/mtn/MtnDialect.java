package rw.ishemalink.simulators.mtn;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import rw.ishemalink.simulators.faults.Dialect;
import rw.ishemalink.simulators.faults.OutsideSystem;

/** MTN in trouble: 500 {@code INTERNAL_PROCESSING_ERROR}. */
@Singleton
public class MtnDialect implements Dialect {

    @Override
    public OutsideSystem system() {
        return OutsideSystem.MTN;
    }

    @Override
    public Response failure() {
        return MtnError.response(500, "INTERNAL_PROCESSING_ERROR", "An internal error occurred while processing.");
    }

    @Override
    public Response unreadable(String detail) {
        return MtnError.response(400, "BAD_REQUEST", detail);
    }
}
