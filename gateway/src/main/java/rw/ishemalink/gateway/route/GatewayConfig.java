package rw.ishemalink.gateway.route;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rw.ishemalink.gateway.limit.Allowance;
import rw.ishemalink.gateway.limit.RequestPattern;

/** The door's settings. */
@ConfigMapping(prefix = "ishema.gateway")
public interface GatewayConfig {

    /** The services behind the door, by name. */
    Map<String, Service> services();

    /** Longest wait for a service's answer, where it has none of its own. */
    @WithDefault("15s")
    Duration answerTimeout();

    /** Largest body that a service is sent, where it has none of its own. */
    @WithDefault("1M")
    MemorySize maxBody();

    /** Largest head of a request: all names and values of its headers. */
    @WithDefault("16K")
    MemorySize maxHead();

    /** Longest path with its query. */
    @WithDefault("20K")
    MemorySize maxAddress();

    /** Most requests that one service has at a time; the next ones wait. */
    @WithDefault("64")
    int requestsPerService();

    /** Most WebSockets, and most event streams, to one service. */
    @WithDefault("10000")
    int socketsPerService();

    /** Most requests that wait for their turn at one service; the next is refused with 503. */
    @WithDefault("512")
    int waitingPerService();

    /** How often an open WebSocket's client is asked whether it is still there; silent twice, it is closed. */
    @WithDefault("30s")
    Duration socketPing();

    /** How often who may ask, by the name of the class of requests. */
    Map<String, Limits> limits();

    /** All limits times that: more than 1 where every caller has the same address, e.g. on a developer's machine. */
    @WithDefault("1")
    int limitsTimes();

    /** Proxies before the door, as addresses or CIDR blocks: only what they say of a client's address is believed. */
    Optional<List<String>> trustedProxies();

    /** Our own callers: they ask for many people, so limits per address are not theirs. */
    Optional<List<String>> trustedCallers();

    /** From where the door's own metrics may be read, as addresses or CIDR blocks. */
    List<String> metricsFrom();

    /** Headers of every answer. */
    Map<String, String> headers();

    /** Maintenance. */
    Upkeep upkeep();

    /** One service. */
    interface Service {

        /** Where it listens. */
        URI origin();

        /** The paths it answers. */
        List<String> prefixes();

        /** Paths that need no token. */
        Optional<List<String>> open();

        /** Longest wait for its answer. */
        Optional<Duration> answerTimeout();

        /** Largest body that it is sent. */
        Optional<MemorySize> maxBody();
    }

    /** The limits of one class of requests. */
    interface Limits {

        /** Which requests: a path with all below it, with or without a method before it. */
        List<RequestPattern> requests();

        /** Per client's address. */
        Optional<Allowance> perAddress();

        /** Per person who is logged in. */
        Optional<Allowance> perPerson();

        /** Of all callers together, per path of {@link #requests()}. */
        Optional<Allowance> perEndpoint();
    }

    /** How the door sees that a service is not well. */
    interface Upkeep {

        /** What stays open when the whole suite is in maintenance. */
        @WithDefault("/api/auth,/oauth2,/.well-known")
        List<String> open();

        /** Whether services that are not well are put into maintenance by themselves. */
        @WithDefault("true")
        boolean byItself();

        /** What a service is asked: whether it can do its work. */
        @WithDefault("/q/health/ready")
        String probe();

        /** How often each is asked. */
        @WithDefault("5s")
        Duration every();

        /** How often it is asked while it is in maintenance by itself; one good answer ends it. */
        @WithDefault("1s")
        Duration retry();

        /** So many bad answers … */
        @WithDefault("8")
        int failures();

        /** … of so many last ones put it into maintenance. */
        @WithDefault("10")
        int of();

        /** How soon an instance knows what another was told. */
        @WithDefault("2s")
        Duration lookEvery();
    }
}
