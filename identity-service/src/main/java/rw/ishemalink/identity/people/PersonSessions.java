package rw.ishemalink.identity.people;

import jakarta.inject.Singleton;
import java.util.UUID;
import rw.ishemalink.identity.token.SessionEnds;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;

/** Ends somebody's logins for them: a phone was lost, an account is misused. */
@Singleton
public class PersonSessions {

    private final UnitOfWork work;
    private final People people;
    private final SessionEnds ends;

    PersonSessions(UnitOfWork work, People people, SessionEnds ends) {
        this.work = work;
        this.people = people;
        this.ends = ends;
    }

    /** Ends every login of a person; one of another tenant is there only for who stands above tenants. */
    public void end(Caller administrator, UUID personId) {
        work.run(tx -> {
            Person person = people.findInAnyTenantForUpdate(tx.sql(), personId)
                    .filter(it -> administrator.isAny(Role.PLATFORM_ADMIN)
                            || it.tenant().equals(administrator.tenant()))
                    .orElseThrow(() -> ProblemException.notFound("no-such-person"));
            ends.endAllOf(tx, person.tenant(), personId, administrator.personId());
        });
    }
}
