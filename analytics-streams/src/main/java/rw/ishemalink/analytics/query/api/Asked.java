package rw.ishemalink.analytics.query.api;

import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;
import rw.ishemalink.analytics.query.Answer;
import rw.ishemalink.analytics.query.Cluster;
import rw.ishemalink.analytics.query.Question;
import rw.ishemalink.kit.caller.Caller;

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

    String tenant() {
        return caller.tenant();
    }

    <T> Answer<T> ask(Question<?, ?, T> question) {
        return cluster.ask(question, token.getRawToken());
    }
}
