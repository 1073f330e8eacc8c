package rw.ishemalink.gateway.proxy;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import rw.ishemalink.kit.caller.RevokedTokens;

/** WebSockets and event streams that are open: they end with the login that opened them. Safe for many threads. */
@Singleton
public class OpenStreams {

    private final Set<Stream> open = ConcurrentHashMap.newKeySet();
    private final RevokedTokens revoked;

    OpenStreams(RevokedTokens revoked, MeterRegistry meters) {
        this.revoked = revoked;
        Gauge.builder("ishema.gateway.streams", open, Set::size)
                .description("Open WebSockets and event streams")
                .register(meters);
    }

    /** One of them; equal only to itself. */
    @SuppressWarnings("ClassCanBeRecord") // Two streams of one caller must not be equal.
    static final class Stream {

        private final JWTCallerPrincipal caller;
        private final Runnable end;

        Stream(JWTCallerPrincipal caller, Runnable end) {
            this.caller = caller;
            this.end = end;
        }
    }

    /** Takes note of one; what was revoked a moment ago ends at once. */
    Stream add(JWTCallerPrincipal caller, Runnable end) {
        Stream stream = new Stream(caller, end);
        open.add(stream);
        if (revoked.isRevoked(caller)) {
            end.run();
        }
        return stream;
    }

    void remove(Stream stream) {
        open.remove(stream);
    }

    /** Ends all whose token counts no longer. */
    public void endRevoked() {
        open.stream().filter(stream -> revoked.isRevoked(stream.caller)).forEach(stream -> stream.end.run());
    }
}
