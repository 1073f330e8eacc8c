package rw.ishemalink.kit.cipher;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** AES-256 keys by id: the first one seals, all of them open. */
public final class Keyring {

    static final int KEY_BYTES = 32;

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,19}");
    private static final String WHAT_TO_DO =
            "set ISHEMA_CIPHER_KEYS to id:key, the active one first, parted by commas; a key is 32 random bytes in base64, "
                    + "for example from: openssl rand -base64 32";

    private final String activeId;
    private final Map<String, SecretKey> keys;

    private Keyring(String activeId, Map<String, SecretKey> keys) {
        this.activeId = activeId;
        this.keys = Map.copyOf(keys);
    }

    /**
     * The keys that are written as {@code k2:base64,k1:base64}.
     *
     * @throws IllegalStateException when there is none, or one is no such key; it says what to do, and never shows a key
     */
    public static Keyring parse(String written) {
        Map<String, SecretKey> keys = new LinkedHashMap<>();
        for (String entry : written.split(",", -1)) {
            String[] parts = entry.strip().split(":", 2);
            if (parts.length != 2 || !ID.matcher(parts[0]).matches()) {
                throw new IllegalStateException(WHAT_TO_DO);
            }
            if (keys.put(parts[0], new SecretKeySpec(decode(parts[1]), "AES")) != null) {
                throw new IllegalStateException("ISHEMA_CIPHER_KEYS names key " + parts[0] + " twice");
            }
        }
        return new Keyring(keys.keySet().iterator().next(), keys);
    }

    static byte[] decode(String base64) {
        try {
            byte[] key = Base64.getDecoder().decode(base64.strip());
            if (key.length == KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(WHAT_TO_DO, e);
        }
        throw new IllegalStateException(WHAT_TO_DO);
    }

    String activeId() {
        return activeId;
    }

    SecretKey active() {
        return find(activeId).orElseThrow();
    }

    Optional<SecretKey> find(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    Set<String> ids() {
        return keys.keySet();
    }
}
