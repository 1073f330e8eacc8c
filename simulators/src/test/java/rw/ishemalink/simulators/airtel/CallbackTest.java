package rw.ishemalink.simulators.airtel;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.simulators.OrdersWithdrawn;
import rw.ishemalink.simulators.money.CallbackListener;

@QuarkusTest
class CallbackTest implements OrdersWithdrawn {

    private final Shop shop = new Shop();
    private final String payer = Shop.freshNumber();
    private CallbackListener listener;

    @BeforeEach
    void listen() throws IOException {
        listener = new CallbackListener();
        portal("BODY");
    }

    @AfterEach
    void stopListening() {
        listener.close();
    }

    @Test
    void the_end_is_posted_to_the_portals_address_with_a_hash_of_the_body() {
        String id = shop.pays(payer, 5_000);

        CallbackListener.Heard callback = first();
        assertThat(callback.method()).isEqualTo("POST");
        assertThat(callback.get("transaction.id")).isEqualTo(id);
        assertThat(callback.get("transaction.status_code")).isEqualTo("TS");
        assertThat(callback.get("transaction.airtel_money_id")).isEqualTo(shop.moneyId(id));
        assertThat(callback.get("hash")).isEqualTo(hash(withoutHash(callback)));
    }

    @Test
    void the_hash_can_be_of_the_transaction_alone_or_left_out() {
        portal("TRANSACTION");
        shop.pays(payer, 5_000);
        String body = withoutHash(first());
        assertThat(first().get("hash"))
                .isEqualTo(hash(body.substring("{\"transaction\":".length(), body.length() - 1)));

        portal("OFF");
        shop.pays(payer, 5_000);
        listener.awaitHeard(2);
        assertThat(listener.heard().get(1).get("hash")).isNull();
    }

    @Test
    void a_failure_is_told_as_TF() {
        shop.tells(payer, Map.of("behaviour", "NO_FUNDS"));
        shop.pays(payer, 5_000);
        assertThat(first().get("transaction.status_code")).isEqualTo("TF");
    }

    @Test
    void a_forged_callback_says_success_but_has_not_the_key() {
        order("airtel", Map.of("callback", "FORGED"));
        shop.tells(payer, Map.of("behaviour", "SILENT"));
        String id = shop.pays(payer, 5_000);

        assertThat(first().get("transaction.status_code")).isEqualTo("TS");
        assertThat(first().get("hash")).isNotEqualTo(hash(withoutHash(first())));
        assertThat(shop.statusOf(id)).isEqualTo("TIP");
    }

    @Test
    void callbacks_repeat_when_ordered() {
        order("airtel", Map.of("callback", "REPEATED"));
        shop.pays(payer, 5_000);
        listener.awaitHeard(3);
        assertThat(listener.heard()).containsOnly(first());
    }

    @Test
    void the_portal_takes_addresses_only() {
        given().contentType(ContentType.JSON)
                .body(Map.of("callbackUrl", "ftp://localhost/x"))
                .put("/control/airtel/portal")
                .then()
                .statusCode(400);
    }

    private CallbackListener.Heard first() {
        listener.awaitHeard(1);
        return listener.heard().getFirst();
    }

    private static String withoutHash(CallbackListener.Heard callback) {
        return callback.body().replaceFirst(",\"hash\":\"[^\"]*\"", "");
    }

    private void portal(String authentication) {
        given().contentType(ContentType.JSON)
                .body(Map.of("callbackUrl", listener.url("/heard"), "callbackAuthentication", authentication))
                .put("/control/airtel/portal")
                .then()
                .statusCode(200);
    }

    private static String hash(String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Shop.CALLBACK_KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
