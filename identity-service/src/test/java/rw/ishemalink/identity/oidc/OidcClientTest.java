package rw.ishemalink.identity.oidc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.kit.testing.Patience.await;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.AuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.Token;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.AccessTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.identity.testing.Accounts;
import rw.ishemalink.identity.testing.IdentitySettings;
import rw.ishemalink.kit.testing.TestToken;

/** A client that somebody wrote with an ordinary library (Nimbus), which knows the issuer's address and its own secret. */
@QuarkusTest
@QuarkusTestResource(IdentitySettings.class)
class OidcClientTest {

    private final Browser browser = new Browser();
    private final State state = new State();
    private final Nonce nonce = new Nonce();
    private final CodeVerifier verifier = new CodeVerifier();
    private final String phone = Accounts.newPhone();

    private Registered shop;
    private OIDCProviderMetadata provider;

    @BeforeEach
    void readsTheDiscoveryDocument() throws Exception {
        shop = Registered.shop();
        provider = OIDCProviderMetadata.parse(
                given().get("/.well-known/openid-configuration").asString());
        assertThat(provider.getIssuer()).isEqualTo(new Issuer(TestToken.ISSUER));
        assertThat(provider.getCodeChallengeMethods()).containsExactly(CodeChallengeMethod.S256);
    }

    @Test
    void a_person_logs_in_and_the_client_knows_who() throws Exception {
        Instant before = Instant.now();
        OIDCTokens tokens = redeem(code("openid phone profile"));

        IDTokenClaimsSet id = validate(tokens, nonce);
        assertThat(id.getAuthenticationTime())
                .isCloseTo(Date.from(before), Duration.ofSeconds(60).toMillis());
        assertThat(id.getStringClaim("phone_number")).isEqualTo(phone);
        AccessTokenValidator.validate(tokens.getAccessToken(), JWSAlgorithm.ES256, id.getAccessTokenHash());

        UserInfo person = userinfo(tokens.getAccessToken());
        assertThat(person.getSubject()).isEqualTo(id.getSubject());
        assertThat(person.getPhoneNumber()).isEqualTo(phone);
        assertThat(person.getPhoneNumberVerified()).isTrue();
        assertThat(person.getEmailAddress()).isNull();
    }

    @Test
    void a_login_goes_on_by_refresh_tokens_of_which_each_is_good_once() throws Exception {
        OIDCTokens first = redeem(code("openid"));

        OIDCTokens second = tokens(new RefreshTokenGrant(first.getRefreshToken()));
        IDTokenClaimsSet id = validate(second, null);
        assertThat(id.getAuthenticationTime()).isEqualTo(validate(first, nonce).getAuthenticationTime());
        assertThat(userinfo(second.getAccessToken()).getSubject()).isEqualTo(id.getSubject());

        assertThat(error(new RefreshTokenGrant(first.getRefreshToken()))).isEqualTo("invalid_grant");
        assertThat(error(new RefreshTokenGrant(second.getRefreshToken()))).isEqualTo("invalid_grant");
    }

    @Test
    void a_client_looks_at_its_tokens_and_gives_them_up() throws Exception {
        OIDCTokens tokens = redeem(code("openid"));

        TokenIntrospectionResponse live = introspect(tokens.getAccessToken());
        assertThat(live.toSuccessResponse().isActive()).isTrue();
        assertThat(live.toSuccessResponse().getClientID()).isEqualTo(new ClientID(shop.clientId()));
        assertThat(live.toSuccessResponse().getScope()).containsExactly(new Scope.Value("openid"));
        assertThat(introspect(tokens.getRefreshToken()).toSuccessResponse().isActive())
                .isTrue();

        var revoked = new TokenRevocationRequest(
                        local(provider.getRevocationEndpointURI()), basic(), tokens.getRefreshToken())
                .toHTTPRequest()
                .send();
        assertThat(revoked.getStatusCode()).isEqualTo(200);

        assertThat(introspect(tokens.getAccessToken()).toSuccessResponse().isActive())
                .isFalse();
        assertThat(introspect(tokens.getRefreshToken()).toSuccessResponse().isActive())
                .isFalse();
        assertThat(error(new RefreshTokenGrant(tokens.getRefreshToken()))).isEqualTo("invalid_grant");
    }

    @Test
    void a_client_acts_for_itself() throws Exception {
        AccessToken own = TokenResponse.parse(request(
                                new ClientCredentialsGrant(),
                                new ClientSecretPost(new ClientID(shop.clientId()), secret()))
                        .send())
                .toSuccessResponse()
                .getTokens()
                .getAccessToken();

        var seen = introspect(own).toSuccessResponse();
        assertThat(seen.isActive()).isTrue();
        assertThat(seen.getSubject().getValue()).isEqualTo(shop.subjectId().toString());
        given().auth().oauth2(own.getValue()).get("/api/auth/clients").then().statusCode(403);
    }

    @Test
    void a_person_who_logs_out_at_the_client_is_logged_out_here() throws Exception {
        OIDCTokens tokens = redeem(code("openid"));

        var back = given().redirects()
                .follow(false)
                .queryParam("id_token_hint", tokens.getIDTokenString())
                .queryParam("post_logout_redirect_uri", Registered.GONE)
                .queryParam("state", "bye & bye")
                .get("/oauth2/end-session");

        assertThat(Browser.location(back).toString()).startsWith(Registered.GONE);
        assertThat(Browser.parameter(back, "state")).isEqualTo("bye & bye");
        assertThat(introspect(tokens.getAccessToken()).toSuccessResponse().isActive())
                .isFalse();
    }

    @Test
    void an_administrator_ends_a_persons_login_at_a_client() throws Exception {
        OIDCTokens tokens = redeem(code("openid"));
        String person = userinfo(tokens.getAccessToken()).getSubject().getValue();

        Accounts.platformAdmin()
                .call()
                .delete("/api/auth/people/{id}/sessions", person)
                .then()
                .statusCode(204);

        await().untilAsserted(() -> given().auth()
                .oauth2(tokens.getAccessToken().getValue())
                .get("/oauth2/userinfo")
                .then()
                .statusCode(401));
    }

    @Test
    void a_token_by_which_a_client_learns_who_somebody_is_opens_no_service() throws Exception {
        AccessToken limited = redeem(code("openid phone")).getAccessToken();

        given().auth().oauth2(limited.getValue()).get("/api/auth/me").then().statusCode(401);
        given().auth()
                .oauth2(limited.getValue())
                .get("/api/auth/sessions")
                .then()
                .statusCode(401);
    }

    @Test
    void a_client_that_may_act_for_people_does() throws Exception {
        shop = Registered.with(Map.of("scopes", List.of("openid", "api")));
        AccessToken full = redeem(code("openid api")).getAccessToken();

        String device = given().auth()
                .oauth2(full.getValue())
                .get("/api/auth/sessions")
                .then()
                .statusCode(200)
                .extract()
                .path("find { it.current }.device");
        assertThat(device).isEqualTo("Browser of a test");
    }

    private AuthorizationCode code(String scope) throws Exception {
        AuthenticationRequest request = new AuthenticationRequest.Builder(
                        new ResponseType("code"),
                        Scope.parse(scope),
                        new ClientID(shop.clientId()),
                        URI.create(Registered.BACK))
                .endpointURI(local(provider.getAuthorizationEndpointURI()))
                .state(state)
                .nonce(nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .build();
        browser.open(request.toURI().toString()).then().statusCode(200);
        browser.logIn(phone).then().statusCode(200);
        AuthorizationSuccessResponse answer = AuthorizationResponse.parse(
                        Browser.location(browser.send(Map.of("allow", "1"))))
                .toSuccessResponse();
        assertThat(answer.getState()).isEqualTo(state);
        assertThat(answer.getIssuer()).isEqualTo(provider.getIssuer());
        return answer.getAuthorizationCode();
    }

    private OIDCTokens redeem(AuthorizationCode code) throws Exception {
        return tokens(new AuthorizationCodeGrant(code, URI.create(Registered.BACK), verifier));
    }

    private OIDCTokens tokens(AuthorizationGrant grant) throws Exception {
        TokenResponse answer =
                OIDCTokenResponseParser.parse(request(grant, basic()).send());
        assertThat(answer.indicatesSuccess()).isTrue();
        return ((OIDCTokenResponse) answer.toSuccessResponse()).getOIDCTokens();
    }

    private String error(AuthorizationGrant grant) throws Exception {
        return TokenResponse.parse(request(grant, basic()).send())
                .toErrorResponse()
                .getErrorObject()
                .getCode();
    }

    private HTTPRequest request(AuthorizationGrant grant, ClientAuthentication client) {
        return new TokenRequest.Builder(local(provider.getTokenEndpointURI()), client, grant)
                .build()
                .toHTTPRequest();
    }

    private IDTokenClaimsSet validate(OIDCTokens tokens, @Nullable Nonce expected) throws Exception {
        JWKSet keys =
                JWKSet.parse(given().get(provider.getJWKSetURI().getPath()).asString());
        return new IDTokenValidator(provider.getIssuer(), new ClientID(shop.clientId()), JWSAlgorithm.ES256, keys)
                .validate(tokens.getIDToken(), expected);
    }

    private UserInfo userinfo(AccessToken token) throws Exception {
        return UserInfoResponse.parse(new UserInfoRequest(local(provider.getUserInfoEndpointURI()), token)
                        .toHTTPRequest()
                        .send())
                .toSuccessResponse()
                .getUserInfo();
    }

    private TokenIntrospectionResponse introspect(Token token) throws Exception {
        return TokenIntrospectionResponse.parse(
                new TokenIntrospectionRequest(local(provider.getIntrospectionEndpointURI()), basic(), token)
                        .toHTTPRequest()
                        .send());
    }

    private ClientSecretBasic basic() {
        return new ClientSecretBasic(new ClientID(shop.clientId()), secret());
    }

    private Secret secret() {
        return new Secret(shop.secret());
    }

    /** What the gateway serves under the issuer's address the test asks the service for. */
    private static URI local(URI published) {
        return URI.create("http://localhost:" + RestAssured.port + published.getPath());
    }
}
