package rw.ishemalink.simulators.vsdc;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import rw.ishemalink.simulators.ebm.Answers;
import rw.ishemalink.simulators.faults.Dialect;
import rw.ishemalink.simulators.faults.OutsideSystem;

/** The VSDC in trouble: 999. */
@Singleton
public class VsdcDialect implements Dialect {

    private final Answers answers;

    public VsdcDialect(Answers answers) {
        this.answers = answers;
    }

    @Override
    public OutsideSystem system() {
        return OutsideSystem.VSDC;
    }

    @Override
    public Response failure() {
        return answers.failure();
    }

    @Override
    public Response unreadable(String detail) {
        return answers.unreadable(detail);
    }

    @Override
    public boolean reportsWork(ContainerResponseContext answer) {
        return Answers.reportsWork(answer);
    }
}
