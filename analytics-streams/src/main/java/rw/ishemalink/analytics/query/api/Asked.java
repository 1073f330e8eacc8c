package rw.ishemalink.analytics.query.api;

import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;
import rw.ishemalink.analytics.query.Answer;
import rw.ishemalink.analytics.query.Cluster;
import rw.ishemalink.analytics.query.Question;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.problem.ProblemException;

/** Asks for the caller: in the tenant of the token, and between instances with that token. */
@RequestScoped
class Asked {

    private final Cluster cluster;
    private final Caller caller;
    private final JsonWebToken token;

    Asked(Cluster cluster, Caller caller, JsonWebToken token) {
        this.cluster = cluster;
        this.caller = caller;
        this.token = token;
    }

    /**
     * Whose aggregates are asked for.
     *
     * @throws ProblemException 403 for an operator's dispatcher: they are the whole tenant's
     */
    String tenant() {
        if (caller.isAny(Role.DISPATCHER) && !caller.isAnyForTenant(Role.values())) {
            throw ProblemException.forbidden("not-allowed");
        }
        return caller.tenant();
    }

    <T> Answer<T> ask(Question<?, ?, T> question) {
        return cluster.ask(question, token.getRawToken());
    }
}
