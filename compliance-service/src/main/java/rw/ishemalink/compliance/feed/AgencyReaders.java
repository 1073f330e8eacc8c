package rw.ishemalink.compliance.feed;

import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.schemas.Agency;

/** Who reads for which agency: officials and systems whose token names it. */
public final class AgencyReaders {

    private AgencyReaders() {}

    /**
     * Lets the agency's own people and systems pass. That they have the role GOVERNMENT, the endpoint says.
     *
     * @throws ProblemException 403 for all others
     */
    public static void require(Caller caller, Agency agency) {
        if (!caller.standing().agency().filter(agency.name()::equals).isPresent()) {
            throw ProblemException.forbidden("not-your-feed", agency.name());
        }
    }
}
