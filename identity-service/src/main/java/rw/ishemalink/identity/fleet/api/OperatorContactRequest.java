package rw.ishemalink.identity.fleet.api;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.identity.fleet.OperatorContact;
import rw.ishemalink.identity.people.Phone;
import rw.ishemalink.kit.problem.ProblemException;

/** Whom to call at an operator; it replaces the former as a whole. */
public record OperatorContactRequest(
        @Size(max = 20) @Nullable String phone,
        @Email @Size(max = 254) @Nullable String email) {

    OperatorContact toContact() {
        return new OperatorContact(
                Optional.ofNullable(phone).map(written -> Phone.find(written)
                        .orElseThrow(() -> ProblemException.badRequest("phone-not-valid"))),
                Optional.ofNullable(email));
    }

    /** Never phone or e-mail: this text could reach logs. */
    @Override
    public String toString() {
        return "OperatorContactRequest[…]";
    }
}
