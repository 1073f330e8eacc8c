package rw.ishemalink.identity.oidc;

import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import rw.ishemalink.identity.testing.Accounts;

/** A client that no other test knows, as its maker gets to know it. */
record Registered(String clientId, String secret, UUID subjectId) {

    static final String BACK = "https://shop.example.rw/back";
    static final String GONE = "https://shop.example.rw/gone";

    /** The form of a shop that logs people in and acts for itself. */
    static Map<String, Object> form() {
        Map<String, Object> form = new HashMap<>();
        form.put("clientId", "shop-" + UUID.randomUUID().toString().substring(0, 18));
        form.put("name", "Iduka & Co");
        form.put("grants", List.of("AUTHORIZATION_CODE", "REFRESH_TOKEN", "CLIENT_CREDENTIALS"));
        form.put("redirectUris", List.of(BACK));
        form.put("afterLogoutUris", List.of(GONE));
        form.put("scopes", List.of("openid", "profile", "phone", "email", "feeds:read"));
        form.put("role", "SERVICE");
        return form;
    }

    /** A shop whose form is that one, but for those fields. */
    static Registered with(Map<String, Object> changes) {
        Map<String, Object> form = form();
        form.putAll(changes);
        JsonPath made = Accounts.platformAdmin()
                .call()
                .body(form)
                .post("/api/auth/clients")
                .then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .extract()
                .jsonPath();
        String secret = made.getString("clientSecret");
        return new Registered(
                made.getString("client.clientId"),
                secret == null ? "" : secret,
                UUID.fromString(made.getString("client.subjectId")));
    }

    static Registered shop() {
        return with(Map.of());
    }

    /** What a login of this client asks for; the challenge is of {@link #VERIFIER}. */
    Map<String, String> login() {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("client_id", clientId);
        parameters.put("redirect_uri", BACK);
        parameters.put("response_type", "code");
        parameters.put("scope", "openid phone");
        parameters.put("state", "a state & more");
        parameters.put("code_challenge", CHALLENGE);
        parameters.put("code_challenge_method", "S256");
        return parameters;
    }

    /** Of RFC 7636, appendix B. */
    static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
}
