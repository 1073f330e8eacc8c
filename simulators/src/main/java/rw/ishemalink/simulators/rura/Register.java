package rw.ishemalink.simulators.rura;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import rw.ishemalink.simulators.Bounded;

/** The entries, by kind and number of the driver, vehicle or operator; small letters and blanks make no difference. */
@ApplicationScoped
public class Register {

    private static final int LIMIT = 100_000;

    private record Key(RegisterEntry.Kind kind, String subject) {}

    private final Bounded<Key, RegisterEntry> entries = new Bounded<>(LIMIT);

    Optional<RegisterEntry> find(RegisterEntry.Kind kind, String subject) {
        return entries.find(key(kind, subject));
    }

    void store(RegisterEntry.Kind kind, String subject, RegisterEntry entry) {
        entries.put(key(kind, subject), entry);
    }

    private static Key key(RegisterEntry.Kind kind, String subject) {
        return new Key(kind, subject.replaceAll("\\s", "").toUpperCase(Locale.ROOT));
    }
}
