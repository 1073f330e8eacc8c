package rw.ishemalink.identity.oidc;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a client gets tokens. */
public enum GrantType {
    /** A person logs in (RFC 6749 § 4.1). */
    AUTHORIZATION_CODE("authorization_code"),
    /** A login goes on (RFC 6749 § 6). */
    REFRESH_TOKEN("refresh_token"),
    /** The client acts for itself (RFC 6749 § 4.4). */
    CLIENT_CREDENTIALS("client_credentials"),
    /** The client vouches for a phone (RFC 8693). */
    TOKEN_EXCHANGE("urn:ietf:params:oauth:grant-type:token-exchange");

    private final String parameter;

    GrantType(String parameter) {
        this.parameter = parameter;
    }

    /** As it stands in requests and in the discovery document. */
    public String parameter() {
        return parameter;
    }

    /** As it stands in the database. */
    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static GrantType ofStored(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }

    /** The grant of that name in a request. */
    static Optional<GrantType> find(String parameter) {
        return Arrays.stream(values())
                .filter(grant -> grant.parameter.equals(parameter))
                .findFirst();
    }
}
