package rw.ishemalink.identity.invitation;

import java.util.Optional;
import rw.ishemalink.identity.invitation.InvitationPolicy.Refusal;
import rw.ishemalink.kit.problem.ProblemException;

/** Refusals as answers. */
final class InvitationProblems {

    private InvitationProblems() {}

    static void stopIf(Optional<Refusal> refusal) {
        refusal.ifPresent(because -> {
            throw problem(because);
        });
    }

    private static ProblemException problem(Refusal because) {
        return switch (because) {
            case NO_SUCH_INVITATION, NO_SUCH_TENANT, NO_SUCH_OPERATOR -> ProblemException.notFound(because.code());
            case ROLE_ABOVE_CALLER, FOUR_EYES, NOT_YOUR_INVITATION -> ProblemException.forbidden(because.code());
            case INVITATION_OVER -> ProblemException.conflict(because.code());
            case ROLE_NOT_INVITED, OPERATOR_MISSING, OPERATOR_NOT_FOR_ROLE, AGENCY_MISSING, AGENCY_NOT_FOR_ROLE ->
                ProblemException.badRequest(because.code());
        };
    }
}
