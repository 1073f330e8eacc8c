package rw.ishemalink.identity.oidc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rw.ishemalink.identity.testing.Accounts;
import rw.ishemalink.identity.testing.Codes;

/** A browser that keeps the login's cookie and sends the forms of its pages. */
final class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private String cookie = "";
    private String csrf = "";

    /** Opens an address of ours. */
    Response open(String address) {
        return seen(given().redirects().follow(false).urlEncodingEnabled(false).get(address));
    }

    /** Opens the login of a client with those parameters. */
    Response open(Map<String, String> parameters) {
        return seen(given().redirects().follow(false).queryParams(parameters).get("/oauth2/authorize"));
    }

    /** Sends the form of the page that is open. */
    Response send(Map<String, String> fields) {
        return seen(given().redirects()
                .follow(false)
                .cookie("ishema_login", cookie)
                .header("User-Agent", "Browser of a test")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("csrf", csrf)
                .formParams(fields)
                .post("/oauth2/login"));
    }

    /** Types the phone and the code that is sent to it, the first one that this phone gets. */
    Response logIn(String phone) {
        send(Map.of("phone", phone)).then().statusCode(200);
        return send(Map.of("code", Codes.await(Accounts.TENANT, phone, 1)));
    }

    /** Where the browser is sent. */
    static URI location(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        return URI.create(answer.header("Location"));
    }

    /** A parameter of the address that the browser is sent to. */
    static String parameter(Response answer, String name) {
        Matcher found = Pattern.compile("[?&]" + name + "=([^&]*)")
                .matcher(location(answer).toString());
        return found.find() ? URLDecoder.decode(found.group(1), StandardCharsets.UTF_8) : "";
    }

    String cookie() {
        return cookie;
    }

    void forgetTheCookie() {
        cookie = "";
    }

    void forge(String otherCsrf) {
        csrf = otherCsrf;
    }

    private Response seen(Response answer) {
        if (answer.cookies().containsKey("ishema_login")) {
            cookie = answer.cookie("ishema_login");
        }
        Matcher found = CSRF.matcher(answer.asString());
        if (found.find()) {
            csrf = found.group(1);
        }
        return answer;
    }
}
