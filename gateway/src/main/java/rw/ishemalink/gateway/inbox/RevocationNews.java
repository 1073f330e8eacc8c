package rw.ishemalink.gateway.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import rw.ishemalink.gateway.proxy.OpenStreams;
import rw.ishemalink.schemas.identity.TokenRevocation;

/** Ends what a revoked token had opened. That it opens nothing more is the token check's. */
@ApplicationScoped
class RevocationNews {

    private final OpenStreams streams;

    RevocationNews(OpenStreams streams) {
        this.streams = streams;
    }

    void heard(@Observes TokenRevocation revocation) {
        streams.endRevoked();
    }
}
