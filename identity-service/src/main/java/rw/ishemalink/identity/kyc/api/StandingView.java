package rw.ishemalink.identity.kyc.api;

import java.util.UUID;
import rw.ishemalink.identity.people.Person;
import rw.ishemalink.schemas.identity.KycLevel;

/**
 * How well somebody is identified.
 *
 * @param kyc PHONE, DOCUMENT or CONFIRMED
 */
public record StandingView(UUID personId, KycLevel kyc) {

    static StandingView of(Person person) {
        return new StandingView(person.personId(), person.kyc());
    }
}
