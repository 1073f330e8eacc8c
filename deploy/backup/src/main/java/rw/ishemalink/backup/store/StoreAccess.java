package rw.ishemalink.backup.store;

import java.net.URI;
import java.util.Map;

/**
 * Where the store is and who we are there.
 *
 * @param endpoint without bucket
 * @param region part of what is signed
 */
public record StoreAccess(URI endpoint, String region, String bucket, String accessKey, String secretKey) {

    /** Every store of one's own takes this name, wherever it stands. */
    public static final String ANY_REGION = "us-east-1";

    /**
     * From the environment variables {@code ISHEMA_STORE_URL}, {@code _REGION}, {@code _BUCKET}, {@code _ACCESS_KEY} and
     * {@code _SECRET_KEY}.
     *
     * @throws IllegalArgumentException when one is missing; names it
     */
    public static StoreAccess from(Map<String, String> environment) {
        return new StoreAccess(
                URI.create(required(environment, "ISHEMA_STORE_URL")),
                environment.getOrDefault("ISHEMA_STORE_REGION", ANY_REGION),
                environment.getOrDefault("ISHEMA_STORE_BUCKET", "ishemalink-backups"),
                required(environment, "ISHEMA_STORE_ACCESS_KEY"),
                required(environment, "ISHEMA_STORE_SECRET_KEY"));
    }

    /** The same as environment of a child process. */
    public Map<String, String> toEnvironment() {
        return Map.of(
                "ISHEMA_STORE_URL", endpoint.toString(),
                "ISHEMA_STORE_REGION", region,
                "ISHEMA_STORE_BUCKET", bucket,
                "ISHEMA_STORE_ACCESS_KEY", accessKey,
                "ISHEMA_STORE_SECRET_KEY", secretKey);
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is not set: it says where backups go");
        }
        return value;
    }

    /** Hides the secret. */
    @Override
    public String toString() {
        return "StoreAccess[endpoint=" + endpoint + ", bucket=" + bucket + ", accessKey=" + accessKey + "]";
    }
}
