package rw.ishemalink.simulators.mtn;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rw.ishemalink.simulators.OrdersWithdrawn;

@QuarkusTest
class CredentialsTest implements OrdersWithdrawn {

    private static final String BALANCE = "/mtn/collection/v1_0/account/balance";

    @Test
    void a_provisioned_api_user_belongs_to_the_sandbox_and_its_id_is_taken_once() {
        Merchant merchant = Merchant.sandbox("callbacks.example");

        given().header("Ocp-Apim-Subscription-Key", Merchant.SUBSCRIPTION_KEY)
                .get("/mtn/v1_0/apiuser/" + merchant.apiUser())
                .then()
                .statusCode(200)
                .body("providerCallbackHost", equalTo("callbacks.example"))
                .body("targetEnvironment", equalTo("sandbox"));
        provision(merchant.apiUser()).statusCode(409).body("code", equalTo("RESOURCE_ALREADY_EXIST"));
    }

    @Test
    void an_api_user_id_must_be_a_uuid() {
        provision("merchant-7").statusCode(400);
    }

    private static ValidatableResponse provision(String id) {
        return given().header("X-Reference-Id", id)
                .header("Ocp-Apim-Subscription-Key", Merchant.SUBSCRIPTION_KEY)
                .contentType(ContentType.JSON)
                .body(Map.of("providerCallbackHost", "callbacks.example"))
                .post("/mtn/v1_0/apiuser")
                .then();
    }

    @Test
    void a_new_api_key_replaces_the_one_before() {
        Merchant merchant = Merchant.sandbox("callbacks.example");
        String newKey = given().header("Ocp-Apim-Subscription-Key", Merchant.SUBSCRIPTION_KEY)
                .post("/mtn/v1_0/apiuser/" + merchant.apiUser() + "/apikey")
                .then()
                .statusCode(201)
                .body("apiKey", not(equalTo(merchant.apiKey())))
                .extract()
                .path("apiKey");

        askToken(merchant.apiUser(), merchant.apiKey()).statusCode(401);
        askToken(merchant.apiUser(), newKey).statusCode(200);
    }

    @Test
    void basic_credentials_become_a_bearer_token_for_3600_seconds() {
        askToken(Merchant.rwandan().apiUser(), Merchant.rwandan().apiKey())
                .statusCode(200)
                .body("access_token", notNullValue())
                .body("expires_in", equalTo(3600));
    }

    @Test
    void wrong_credentials_get_no_token() {
        askToken(Merchant.rwandan().apiUser(), "wrong").statusCode(401);
        askToken(UUID.randomUUID().toString(), Merchant.rwandan().apiKey()).statusCode(401);
        given().header("Ocp-Apim-Subscription-Key", Merchant.SUBSCRIPTION_KEY)
                .post("/mtn/collection/token/")
                .then()
                .statusCode(401);
    }

    private static ValidatableResponse askToken(String user, String key) {
        return given().auth()
                .preemptive()
                .basic(user, key)
                .header("Ocp-Apim-Subscription-Key", Merchant.SUBSCRIPTION_KEY)
                .post("/mtn/collection/token/")
                .then();
    }

    @Test
    void a_token_is_refused_with_401_once_its_3600_seconds_are_over() {
        String token = Merchant.rwandan().token("collection");
        balance(token, Merchant.SUBSCRIPTION_KEY).statusCode(200);

        moveClockAhead(3601);

        balance(token, Merchant.SUBSCRIPTION_KEY).statusCode(401);
    }

    @Test
    void every_token_can_be_ended_by_hand() {
        String token = Merchant.rwandan().token("collection");
        given().delete("/control/mtn/tokens").then().statusCode(204);
        balance(token, Merchant.SUBSCRIPTION_KEY).statusCode(401);
    }

    @Test
    void a_token_of_one_product_does_not_open_the_other() {
        balance(Merchant.rwandan().token("disbursement"), Merchant.SUBSCRIPTION_KEY)
                .statusCode(401);
    }

    @Test
    void a_wrong_or_missing_subscription_key_is_refused_with_401() {
        String token = Merchant.rwandan().token("collection");

        balance(token, "wrong")
                .statusCode(401)
                .body("message", equalTo("Access denied due to invalid subscription key."));
        given().header("Authorization", "Bearer " + token)
                .header("X-Target-Environment", "mtnrwanda")
                .get(BALANCE)
                .then()
                .statusCode(401);
    }

    private static ValidatableResponse balance(String token, String subscriptionKey) {
        return given().header("Authorization", "Bearer " + token)
                .header("Ocp-Apim-Subscription-Key", subscriptionKey)
                .header("X-Target-Environment", "mtnrwanda")
                .get(BALANCE)
                .then();
    }

    @Test
    void an_account_holder_is_active_unless_the_test_number_says_otherwise() {
        Merchant merchant = Merchant.rwandan();
        String path = "/mtn/collection/v1_0/accountholder/msisdn/";

        merchant.calls("collection").get(path + "250788000001/active").then().body("result", equalTo(true));
        merchant.calls("collection").get(path + "46733123451/active").then().body("result", equalTo(false));
        merchant.calls("disbursement")
                .get("/mtn/disbursement/v1_0/accountholder/msisdn/250788000001/active")
                .then()
                .statusCode(200);
    }
}
