package rw.ishemalink.simulators.faults;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;

/** The dialect of each system that is spoken to over HTTP. */
@Singleton
public class Dialects {

    private final List<Dialect> dialects;

    public Dialects(@All List<Dialect> dialects) {
        this.dialects = dialects;
    }

    public Dialect get(OutsideSystem system) {
        return dialects.stream()
                .filter(dialect -> dialect.system() == system)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no dialect for " + system));
    }
}
