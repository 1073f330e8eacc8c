package rw.ishemalink.simulators.ussd;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(UssdNetworkTest.Menu.class)
class UssdNetworkTest {

    private static final List<String> HEARD = new CopyOnWriteArrayList<>();

    /** A service behind the short code that says what it heard, and ends with 9. */
    public static final class Menu implements QuarkusTestResourceLifecycleManager {

        private final HttpServer server = create();

        private static HttpServer create() {
            try {
                return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Map<String, String> start() {
            server.createContext("/", Menu::answer);
            server.start();
            return Map.of(
                    "ishema.simulators.ussd.callback-url",
                    "http://localhost:" + server.getAddress().getPort() + "/ussd/secret",
                    "ishema.simulators.ussd.patience",
                    "60s");
        }

        private static void answer(HttpExchange exchange) throws IOException {
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            HEARD.add(URLDecoder.decode(form, StandardCharsets.UTF_8));
            String text = form.substring(form.indexOf("text=") + 5);
            byte[] answer = ((text.endsWith("9") ? "END bye " : "CON heard ") + text).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        }

        @Override
        public void stop() {
            server.stop(0);
        }
    }

    @Test
    void each_input_is_a_callback_with_all_inputs_until_the_end() {
        String session = dial("+250788700001")
                .body("open", equalTo(true))
                .body("text", equalTo("heard "))
                .body("characters", equalTo(6))
                .extract()
                .path("sessionId");
        type(session, "1", "NONE").body("text", equalTo("heard 1"));
        type(session, "Huye", "NONE").body("text", equalTo("heard 1*Huye"));
        type(session, "9", "NONE").body("open", equalTo(false)).body("text", containsString("bye"));
        type(session, "1", "NONE").statusCode(404);
        assertThat(heardFrom("+250788700001"))
                .hasSize(4)
                .last()
                .asString()
                .contains("sessionId=" + session, "serviceCode=*801#", "text=1*Huye*9");
    }

    @Test
    void a_bad_network_loses_inputs_and_screens_or_sends_them_twice() {
        String lost = dial("+250788700002").extract().path("sessionId");
        type(lost, "1", "LOST_REQUEST").body("open", equalTo(false));
        assertThat(heardFrom("+250788700002")).hasSize(1);

        String unseen = dial("+250788700003").extract().path("sessionId");
        type(unseen, "1", "LOST_ANSWER").body("open", equalTo(false));
        assertThat(heardFrom("+250788700003")).hasSize(2);

        String twice = dial("+250788700004").extract().path("sessionId");
        type(twice, "1", "REPEATED").body("open", equalTo(true));
        assertThat(heardFrom("+250788700004")).hasSize(3);
    }

    @Test
    void only_phones_dial_and_a_browser_finds_one() {
        post("/ussd/sessions", Map.of("phone", "12")).statusCode(400);
        given().get("/ussd").then().statusCode(200).body(containsString("A phone that dials"));
    }

    private static List<String> heardFrom(String phone) {
        return HEARD.stream().filter(form -> form.contains(phone)).toList();
    }

    private static ValidatableResponse dial(String phone) {
        return post("/ussd/sessions", Map.of("phone", phone)).statusCode(200);
    }

    private static ValidatableResponse type(String session, String input, String fault) {
        return post("/ussd/sessions/" + session + "/inputs", Map.of("input", input, "fault", fault));
    }

    private static ValidatableResponse post(String path, Map<String, ?> body) {
        return given().contentType(ContentType.JSON).body(body).post(path).then();
    }
}
