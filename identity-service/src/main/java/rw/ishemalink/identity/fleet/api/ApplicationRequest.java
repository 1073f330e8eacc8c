package rw.ishemalink.identity.fleet.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.identity.fleet.Applicant;
import rw.ishemalink.identity.fleet.Applicant.Who;
import rw.ishemalink.identity.people.Language;
import rw.ishemalink.identity.people.Phone;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.problem.ProblemException;

/**
 * Somebody who wants to drive. Without phone and person it is the caller; for others staff apply.
 *
 * @param phone who it is; one not known yet becomes a person that has not logged in
 * @param personId who it is, in the place of the phone
 * @param language to write to a new person in; without it English
 * @param operatorId whose fleet; an operator's staff may leave it out, and so does who drives for nobody
 */
public record ApplicationRequest(
        @Nullable @Size(max = 20) String phone,
        @Nullable UUID personId,
        @Nullable Language language,
        @Nullable UUID operatorId,
        @NotNull @Valid PapersRequest papers) {

    Applicant toApplicant(Caller caller) {
        return new Applicant(who(caller), Optional.ofNullable(operatorId), papers.toDetails(), papers.toDocuments());
    }

    private Who who(Caller caller) {
        if (phone == null) {
            return known(caller, Objects.requireNonNullElse(personId, caller.personId()));
        }
        if (personId != null) {
            throw ProblemException.badRequest("applicant-twice");
        }
        Phone valid = Phone.find(phone).orElseThrow(() -> ProblemException.badRequest("phone-not-valid"));
        if (caller.phone().filter(valid.value()::equals).isPresent()) {
            return new Who.Known(caller.personId());
        }
        refuseUnlessStaff(caller);
        return new Who.ByPhone(valid, Objects.requireNonNullElse(language, Language.EN));
    }

    private static Who known(Caller caller, UUID personId) {
        if (!personId.equals(caller.personId())) {
            refuseUnlessStaff(caller);
        }
        return new Who.Known(personId);
    }

    private static void refuseUnlessStaff(Caller caller) {
        if (!caller.isAny(Role.OPERATOR, Role.DISPATCHER, Role.TENANT_ADMIN, Role.PLATFORM_ADMIN)) {
            throw ProblemException.forbidden("application-of-another");
        }
    }

    /** Never the phone: this text could reach logs. */
    @Override
    public String toString() {
        return "ApplicationRequest[" + operatorId + "]";
    }
}
