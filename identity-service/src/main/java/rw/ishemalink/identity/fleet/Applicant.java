package rw.ishemalink.identity.fleet;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.identity.people.Language;
import rw.ishemalink.identity.people.Phone;

/**
 * Somebody who is to be a driver.
 *
 * @param operatorId whose fleet; empty for the caller's own, or for an independent driver
 * @param documents what was shown; may be none where staff have seen the papers
 */
public record Applicant(Who who, Optional<UUID> operatorId, DriverDetails details, List<DriverDocument> documents) {

    /** Which person it is. */
    public sealed interface Who {

        /** Who has this phone; one not known yet becomes a person that has not logged in, to be written to in that language. */
        record ByPhone(Phone phone, Language language) implements Who {}

        /** Who is known. */
        record Known(UUID personId) implements Who {}
    }

    public Applicant {
        documents = List.copyOf(documents);
    }
}
