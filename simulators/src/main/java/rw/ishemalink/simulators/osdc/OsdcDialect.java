package rw.ishemalink.simulators.osdc;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import rw.ishemalink.simulators.ebm.Answers;
import rw.ishemalink.simulators.faults.Dialect;
import rw.ishemalink.simulators.faults.OutsideSystem;

/** The OSDC in trouble: 999. */
@Singleton
public class OsdcDialect implements Dialect {

    private final Answers answers;

    public OsdcDialect(Answers answers) {
        this.answers = answers;
    }

    @Override
    public OutsideSystem system() {
        return OutsideSystem.OSDC;
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
