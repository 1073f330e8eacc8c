package rw.ishemalink.local.stack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One service of the suite.
 *
 * @param name also of its Maven module's folder
 * @param port as documented; a stack may shift it
 * @param database its own; most have one
 * @param heapMegabytes most memory for objects
 * @param urlVariable environment variable by which the others find it
 * @param environment what only this service is told; the caller's environment has precedence; {@code ${home}},
 *     {@code ${name}}, {@code ${port}}, {@code ${https-port}}, {@code ${certificate}}, {@code ${generation}} and {@code ${secret}} are filled in
 * @param jvmOptions how its JVM compiles and collects
 */
public record ServiceSpec(
        String name,
        int port,
        Optional<String> database,
        int heapMegabytes,
        String urlVariable,
        Map<String, String> environment,
        List<String> jvmOptions) {

    /** Soon up and small: what many services on one machine need. */
    private static final List<String> QUICK_AND_SMALL = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    /** Columns are sealed and searched with keys of the service's own; {@code ISHEMA_CIPHER_KEYS} takes more than one. */
    private static final Map<String, String> SEALING =
            Map.of("ISHEMA_CIPHER_KEYS", "k1:${own-secret}", "ISHEMA_CIPHER_INDEX_KEY", "${own-secret}");

    public ServiceSpec {
        environment = Map.copyOf(environment);
        jvmOptions = List.copyOf(jvmOptions);
    }

    static ServiceSpec withDatabase(String name, int port, String database, String urlVariable) {
        return new ServiceSpec(name, port, Optional.of(database), 192, urlVariable, SEALING, QUICK_AND_SMALL);
    }

    static ServiceSpec withoutDatabase(String name, int port, int heapMegabytes, String urlVariable) {
        return new ServiceSpec(name, port, Optional.empty(), heapMegabytes, urlVariable, Map.of(), QUICK_AND_SMALL);
    }

    ServiceSpec with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new ServiceSpec(name, port, database, heapMegabytes, urlVariable, more, jvmOptions);
    }

    /** The same as on a machine of its own: compiled for speed, with that heap. */
    public ServiceSpec atFullSpeed(int megabytes) {
        return new ServiceSpec(
                name, port, database, megabytes, urlVariable, environment, List.of("-XX:+UseParallelGC"));
    }
}
