package rw.ishemalink.compliance.dispatch;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.compliance.work.WorkLoops;

/** Keeps decisions coming. */
@ApplicationScoped
public class DispatchLoop {

    private final WorkLoops loops;

    DispatchLoop(DispatchDesk desk, ComplianceConfig config) {
        this.loops = new WorkLoops("dispatch", config.dispatch().workers(), config.idlePause(), desk::step);
    }

    void start(@Observes StartupEvent event) {
        loops.start();
    }

    /** A dispatch has just been asked for. */
    public void wake() {
        loops.wake();
    }

    void stop(@Observes ShutdownEvent event) {
        loops.stop();
    }
}
