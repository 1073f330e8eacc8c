package rw.ishemalink.identity.fleet;

import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.identity.people.Language;
import rw.ishemalink.identity.people.Phone;

/**
 * Somebody who is to be a driver.
 *
 * @param phone who it is; a phone not known yet becomes a person that has not logged in
 * @param language to write to a new person in; one who is known keeps the own
 * @param operatorId whose fleet; empty for the caller's own, or for an independent driver
 */
public record Applicant(Phone phone, Language language, Optional<UUID> operatorId, DriverDetails details) {}
