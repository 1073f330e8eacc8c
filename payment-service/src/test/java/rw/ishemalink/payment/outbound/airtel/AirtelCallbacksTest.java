package rw.ishemalink.payment.outbound.airtel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rw.ishemalink.payment.config.AirtelConfig.HashedPart;

class AirtelCallbacksTest {

    private static final UUID REFERENCE = UUID.fromString("3f6c1c0b-7e11-4e2a-9a52-2f6f1c0b7e11");
    private static final String TRANSACTION = """
            "transaction":{"id":"3f6c1c0b7e114e2a9a522f6f1c0b7e11","status_code":"TS"}""";

    private final AirtelAccount account = AirtelAccount.inRwanda("http://nowhere.example");

    @Test
    void a_hash_over_the_body_without_itself_is_genuine_wherever_it_stands() {
        String hash = hash(HashedPart.BODY, "{" + TRANSACTION + ",\"extra\":1}");
        assertThat(read(account, "{%s,\"extra\":1,\"hash\":\"%s\"}".formatted(TRANSACTION, hash)))
                .isEqualTo(new AirtelCallback(REFERENCE, true));
        assertThat(read(account, "{ \"hash\": \"%s\", %s, \"extra\": 1 }".formatted(hash, TRANSACTION)))
                .isEqualTo(new AirtelCallback(REFERENCE, true));
    }

    @Test
    void the_known_answer_of_hmac_sha256_holds() {
        // echo -n '{"transaction":{}}' | openssl dgst -sha256 -hmac key -binary | base64
        assertThat(new CallbackHash("key", HashedPart.BODY).of(json("{\"transaction\":{},\"hash\":\"x\"}")))
                .isEqualTo("NqZ+Cafft3kOsu5b/LimRvhsdWGdDYJziVzskVMoi/o=");
    }

    @Test
    void the_hash_can_be_over_the_transaction_alone() {
        String hash = hash(HashedPart.TRANSACTION, "{" + TRANSACTION + "}");
        String callback = "{%s,\"extra\":1,\"hash\":\"%s\"}".formatted(TRANSACTION, hash);
        assertThat(read(account.hashing(HashedPart.TRANSACTION), callback).genuine())
                .isTrue();
        assertThat(read(account, callback).genuine()).isFalse();
    }

    @Test
    void a_changed_word_a_missing_hash_and_another_key_are_forged() {
        String hash = hash(HashedPart.BODY, "{" + TRANSACTION + "}");
        assertThat(read(account, "{%s,\"hash\":\"%s\"}".formatted(TRANSACTION.replace("TS", "TF"), hash))
                        .genuine())
                .isFalse();
        assertThat(read(account, "{" + TRANSACTION + "}").genuine()).isFalse();
        String foreign = new CallbackHash("another key", HashedPart.BODY).of(json("{" + TRANSACTION + "}"));
        assertThat(read(account, "{%s,\"hash\":\"%s\"}".formatted(TRANSACTION, foreign))
                        .genuine())
                .isFalse();
    }

    @Test
    void without_a_key_no_hash_is_looked_at() {
        assertThat(read(account.withoutCallbackKey(), "{" + TRANSACTION + "}").genuine())
                .isTrue();
    }

    @Test
    void what_is_no_callback_of_ours_is_not_read() {
        AirtelCallbacks callbacks = new AirtelCallbacks(account);
        assertThat(callbacks.read("")).isEmpty();
        assertThat(callbacks.read("{\"transaction\":")).isEmpty();
        assertThat(callbacks.read("\"text\"")).isEmpty();
        assertThat(callbacks.read("{\"transaction\":{\"id\":17}}")).isEmpty();
        assertThat(callbacks.read("{\"transaction\":{\"id\":\"" + REFERENCE + "\"}}"))
                .isEmpty();
    }

    private static AirtelCallback read(AirtelAccount account, String body) {
        return new AirtelCallbacks(account).read(body).orElseThrow();
    }

    private static String hash(HashedPart part, String callback) {
        return new CallbackHash(AirtelAccount.CALLBACK_KEY, part).of(json(callback));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
