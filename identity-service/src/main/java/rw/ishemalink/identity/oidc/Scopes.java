package rw.ishemalink.identity.oidc;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.identity.token.TokenUse;

/** What clients may ask for. */
public final class Scopes {

    public static final String OPENID = "openid";
    public static final String PROFILE = "profile";
    public static final String PHONE = "phone";
    public static final String EMAIL = "email";

    /** With it a client may look at tokens that others got (RFC 7662). */
    public static final String INTROSPECT = "introspect";

    /** What people can agree to. */
    public static final Set<String> OF_PEOPLE = Set.of(OPENID, PROFILE, PHONE, EMAIL, TokenUse.API);

    /** RFC 6749 § 3.3, and short enough for our columns. */
    public static final String FORM = "[a-z][a-z0-9:._-]{0,39}";

    private static final Pattern LIST = Pattern.compile(FORM + "( " + FORM + "){0,19}");

    private Scopes() {}

    /**
     * The scopes that are asked for.
     *
     * @throws OAuthException when they are none, malformed, or more than is allowed
     */
    static Set<String> read(@Nullable String asked, Set<String> allowed) {
        if (asked == null || !LIST.matcher(asked).matches()) {
            throw OAuthException.invalidScope("name one or more scopes, separated by a space");
        }
        Set<String> scopes = Arrays.stream(asked.split(" ")).collect(Collectors.toUnmodifiableSet());
        if (!allowed.containsAll(scopes)) {
            throw OAuthException.invalidScope("the client is not registered for all of these scopes");
        }
        return scopes;
    }

    /** As one text, sorted. */
    static String text(Set<String> scopes) {
        return scopes.stream().sorted().collect(Collectors.joining(" "));
    }
}
