package rw.ishemalink.compliance.driver;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.compliance.work.WorkLoops;

/** Keeps checks of drivers' papers coming. */
@ApplicationScoped
class DriverCheckLoop {

    private final WorkLoops loops;

    DriverCheckLoop(DriverCheckDesk desk, ComplianceConfig config) {
        this.loops = new WorkLoops("driver-check", config.drivers().workers(), config.idlePause(), desk::step);
    }

    void start(@Observes StartupEvent event) {
        loops.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loops.stop();
    }
}
