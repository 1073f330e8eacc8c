package rw.ishemalink.gateway.route;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The door's settings. */
@ConfigMapping(prefix = "ishema.gateway")
public interface GatewayConfig {

    /** The services behind the door, by name. */
    Map<String, Service> services();

    /** Longest wait for a service's answer. */
    @WithDefault("15s")
    Duration answerTimeout();

    /** Most requests that one service has at a time; the next ones wait. */
    @WithDefault("64")
    int requestsPerService();

    /** Most WebSockets to one service. */
    @WithDefault("10000")
    int socketsPerService();

    /** Most requests that wait for their turn at one service; the next is refused with 503. */
    @WithDefault("512")
    int waitingPerService();

    /** One service. */
    interface Service {

        /** Where it listens. */
        URI origin();

        /** The paths it answers. */
        List<String> prefixes();

        /** Paths that need no token. */
        java.util.Optional<List<String>> open();
    }
}
