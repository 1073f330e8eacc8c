package rw.ishemalink.compliance.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.schemas.Agency;

/** Who reads for which agency. Nobody does who is not named in the configuration, whatever the role. */
@ApplicationScoped
public class AgencyReaders {

    private final ComplianceConfig.Feeds config;

    AgencyReaders(ComplianceConfig config) {
        this.config = config.feeds();
    }

    /**
     * Lets the agency's own people pass.
     *
     * @throws ProblemException 403 for all others
     */
    public void require(Caller caller, Agency agency) {
        if (!readersOf(agency).contains(caller.personId())) {
            throw ProblemException.forbidden("not-your-feed", agency.name());
        }
    }

    private Set<UUID> readersOf(Agency agency) {
        ComplianceConfig.Feeds.Readers readers = config.readers();
        return switch (agency) {
            case RRA -> readers.rra().orElse(Set.of());
            case RURA -> readers.rura().orElse(Set.of());
            case EAC -> readers.eac().orElse(Set.of());
            case BNR -> readers.bnr().orElse(Set.of());
        };
    }
}
