package rw.ishemalink.compliance.dispatch;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.stream.IntStream;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.compliance.work.WorkLoop;

/** Keeps decisions coming. */
@ApplicationScoped
class DispatchLoop {

    private final List<WorkLoop> loops;

    DispatchLoop(DispatchDesk desk, ComplianceConfig config) {
        this.loops = IntStream.rangeClosed(1, config.dispatch().workers())
                .mapToObj(number -> new WorkLoop("dispatch-" + number, config.idlePause(), desk::step))
                .toList();
    }

    void start(@Observes StartupEvent event) {
        loops.forEach(WorkLoop::start);
    }

    void stop(@Observes ShutdownEvent event) {
        loops.forEach(WorkLoop::stop);
    }
}
