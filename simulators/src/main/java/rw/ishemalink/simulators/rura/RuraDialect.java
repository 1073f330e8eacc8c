package rw.ishemalink.simulators.rura;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import rw.ishemalink.simulators.Problem;
import rw.ishemalink.simulators.faults.Dialect;
import rw.ishemalink.simulators.faults.OutsideSystem;

/** The register in trouble: 500 as problem+json. */
@Singleton
public class RuraDialect implements Dialect {

    @Override
    public OutsideSystem system() {
        return OutsideSystem.RURA;
    }

    @Override
    public Response failure() {
        return Problem.response(500, "the register is in trouble; ask again later");
    }

    @Override
    public Response unreadable(String detail) {
        return Problem.response(400, detail);
    }
}
