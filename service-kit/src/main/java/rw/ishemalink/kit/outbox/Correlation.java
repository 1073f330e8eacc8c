package rw.ishemalink.kit.outbox;

import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.MDC;

/**
 * What the work at hand belongs to: the correlation id of the request that started it all, the tenant whose it is, and the
 * event being handled, if one is. Kept in the logging context, so that every log line carries them.
 */
public final class Correlation {

    /** Logging context key, and in the JSON logs the field, of the correlation id. */
    public static final String CORRELATION_ID = "correlationId";

    /** Logging context key, and in the JSON logs the field, of the tenant. */
    public static final String TENANT = "tenant";

    private static final String CAUSATION_ID = "causationId";

    private Correlation() {}

    /** The correlation id of the work at hand; a new one where nothing gave one. */
    public static String currentId() {
        Object id = MDC.get(CORRELATION_ID);
        return id == null ? UUID.randomUUID().toString() : id.toString();
    }

    /** The event being handled, if one is. */
    public static Optional<UUID> findCause() {
        return Optional.ofNullable(MDC.get(CAUSATION_ID)).map(Object::toString).map(UUID::fromString);
    }

    /** From now on the work belongs to that request of a person. */
    public static void begin(String correlationId) {
        MDC.put(CORRELATION_ID, correlationId);
        MDC.remove(CAUSATION_ID);
        MDC.remove(TENANT);
    }

    /** From now on the work is what that event causes. */
    public static void begin(String correlationId, UUID cause) {
        MDC.put(CORRELATION_ID, correlationId);
        MDC.put(CAUSATION_ID, cause.toString());
        MDC.remove(TENANT);
    }

    /** It is known now whose the work is. */
    public static void ofTenant(String tenant) {
        MDC.put(TENANT, tenant);
    }

    /** The work is over. */
    public static void end() {
        MDC.remove(CORRELATION_ID);
        MDC.remove(CAUSATION_ID);
        MDC.remove(TENANT);
    }
}
