package rw.ishemalink.kit.probe;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.File;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells how much of the discs is free that the instance writes to: {@code disk_free_bytes}, {@code disk_total_bytes}. */
@ApplicationScoped
class DiskWatch {

    private final Set<File> folders = new TreeSet<>();

    DiskWatch(@ConfigProperty(name = "kafka-streams.state.dir") Optional<File> stores) {
        folders.add(new File("").getAbsoluteFile());
        stores.map(File::getAbsoluteFile).ifPresent(folders::add);
    }

    void start(@Observes StartupEvent event, MeterRegistry meters) {
        folders.forEach(folder -> new DiskSpaceMetrics(folder).bindTo(meters));
    }
}
