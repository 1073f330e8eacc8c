package rw.ishemalink.identity.oidc;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import rw.ishemalink.identity.login.Login;
import rw.ishemalink.identity.people.Language;
import rw.ishemalink.identity.people.Phone;
import rw.ishemalink.identity.token.AccessTokens;
import rw.ishemalink.identity.token.TokenSubject;
import rw.ishemalink.identity.token.TokenUse;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;

/**
 * Tokens for a phone that a client vouches for (RFC 8693): a mobile network has told it who dials. They are short, start
 * no login, and carry only the roles that people have on a phone: whoever can forge a dial is no administrator by it.
 */
@Singleton
class PhoneExchange {

    static final String MSISDN = "urn:ishemalink:params:oauth:token-type:msisdn";
    static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

    private static final Logger LOG = Logger.getLogger(PhoneExchange.class);
    private static final Set<Role> ON_A_PHONE =
            Set.of(Role.CUSTOMER, Role.SENDER, Role.EXPORTER, Role.AGENT, Role.DRIVER);

    private final UnitOfWork work;
    private final Login login;
    private final AccessTokens accessTokens;

    PhoneExchange(UnitOfWork work, Login login, AccessTokens accessTokens) {
        this.work = work;
        this.login = login;
        this.accessTokens = accessTokens;
    }

    GrantedTokens exchange(OAuthClient client, RequestParameters form) {
        if (!form.get("subject_token_type").equals(MSISDN)) {
            throw OAuthException.invalidRequest("subject_token_type can only be " + MSISDN);
        }
        if (form.find("requested_token_type")
                .filter(it -> !it.equals(ACCESS_TOKEN))
                .isPresent()) {
            throw OAuthException.invalidRequest("requested_token_type can only be " + ACCESS_TOKEN);
        }
        Phone phone = Phone.find(form.get("subject_token"))
                .orElseThrow(() -> OAuthException.invalidRequest("the subject_token is no Rwandan mobile phone"));
        Language language = Languages.first(form.find("ui_locales")).orElse(Language.EN);
        TokenSubject person = work.call(tx -> login.trust(tx, client.tenant(), phone, language))
                .withOnly(ON_A_PHONE);
        TokenUse use = new TokenUse(Optional.empty(), Optional.of(client.clientId()), Set.of(TokenUse.USSD));
        LOG.infof("%s acts for %s", client.clientId(), person.personId());
        return new GrantedTokens(
                accessTokens.sign(person, use),
                accessTokens.lifetime(use),
                Optional.empty(),
                Optional.empty(),
                use.scopes(),
                true);
    }
}
