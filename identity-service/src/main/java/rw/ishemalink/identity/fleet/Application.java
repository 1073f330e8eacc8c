package rw.ishemalink.identity.fleet;

import java.util.List;

/** A driver with the papers that were handed in. */
public record Application(Driver driver, List<DriverDocument> documents) {

    public Application {
        documents = List.copyOf(documents);
    }
}
