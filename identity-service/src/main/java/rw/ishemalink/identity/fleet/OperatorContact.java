package rw.ishemalink.identity.fleet;

import java.util.Optional;
import rw.ishemalink.identity.people.Phone;

/** Whom to call at an operator. */
public record OperatorContact(Optional<Phone> phone, Optional<String> email) {

    /** Never phone or e-mail: this text could reach logs. */
    @Override
    public String toString() {
        return "OperatorContact[…]";
    }
}
