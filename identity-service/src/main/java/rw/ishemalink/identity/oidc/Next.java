package rw.ishemalink.identity.oidc;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** What a browser gets in the course of a login. */
public sealed interface Next {

    /** The pages of a login. */
    enum Page {
        PHONE,
        CODE,
        CONSENT,
        /** The client is not known, or sends people where it may not. */
        NO_SUCH_CLIENT,
        /** The login took too long, or another was begun in this browser. */
        OVER,
        LOGGED_OUT
    }

    /**
     * A page.
     *
     * @param language en, rw or fr
     * @param mistake a text that says what to mend
     * @param form what the page's form is bound to, if it has one
     */
    record Show(Page page, String language, Optional<String> mistake, Optional<Form> form) implements Next {}

    /**
     * What a page's form is bound to.
     *
     * @param cookie the login's state, sealed
     * @param csrf what the form shows again
     * @param client who wants the person to log in
     * @param scopes what the client asks for
     */
    record Form(String cookie, String csrf, String client, Set<String> scopes) {

        public Form {
            scopes = Set.copyOf(scopes);
        }
    }

    /** Away to the client; the login in this browser is over. */
    record Leave(URI to) implements Next {}
}
