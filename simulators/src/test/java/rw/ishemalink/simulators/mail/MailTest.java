package rw.ishemalink.simulators.mail;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.simulators.OrdersWithdrawn;

@QuarkusTest
class MailTest implements OrdersWithdrawn {

    @Inject
    MailServer server;

    private final String exporter = UUID.randomUUID() + "@example.rw";
    private Sender sender;

    @BeforeEach
    void findPort() {
        sender = new Sender(server.port(), 60_000);
    }

    @Test
    void a_mail_is_read_with_its_text_and_the_names_of_its_attachments() throws MessagingException {
        sender.send(exporter, "Impapuro z'ikawa");

        inbox().body("subject", contains("Impapuro z'ikawa"))
                .body("[0].to", contains(exporter))
                .body("[0].text", equalTo("Ohereza inyandiko za gasutamo"))
                .body("[0].attachments", contains("manifest.xml"));
    }

    @Test
    void newest_mail_is_last_and_an_emptied_mailbox_is_empty() throws MessagingException {
        sender.send(exporter, "first");
        sender.send(exporter, "second");
        inbox().body("subject", contains("first", "second"));

        given().delete("/mail/inbox").then().statusCode(204);
        inbox().body("$", empty());
    }

    @Test
    void a_server_that_is_down_refuses_the_connection_and_comes_back_on_its_port() throws MessagingException {
        order("mail", Map.of("mode", "DOWN"));
        refuses("lost");

        order("mail", Map.of("mode", "OK"));
        sender.send(exporter, "back");
        inbox().body("subject", contains("back"));
    }

    @Test
    void a_server_in_trouble_takes_no_mail() {
        order("mail", Map.of("mode", "ERROR"));
        refuses("refused");
        inbox().body("$", empty());
    }

    @Test
    void so_many_mails_are_refused_as_errors_were_ordered() throws MessagingException {
        order("mail", Map.of("nextErrors", 1));
        refuses("refused");
        sender.send(exporter, "taken");
        inbox().body("subject", contains("taken"));
    }

    @Test
    void a_timeout_takes_no_mail() {
        order("mail", Map.of("mode", "TIMEOUT", "delayMillis", 3000));
        sender = new Sender(server.port(), 500);
        refuses("unanswered");
        inbox().body("$", empty());
    }

    @Test
    void a_timeout_ends_with_a_refusal_and_the_mail_is_not_taken() {
        order("mail", Map.of("mode", "TIMEOUT", "delayMillis", 50));
        refuses("refused in the end");
        inbox().body("$", empty());
    }

    @Test
    void a_slow_server_takes_the_mail() throws MessagingException {
        order("mail", Map.of("mode", "SLOW", "delayMillis", 200));
        sender.send(exporter, "slow");
        inbox().body("subject", contains("slow"));
    }

    @Test
    void a_lost_reply_leaves_the_mail_delivered_though_the_sender_saw_an_error() {
        order("mail", Map.of("lostReplies", 1));
        refuses("delivered");
        inbox().body("subject", contains("delivered"));
    }

    private void refuses(String subject) {
        assertThatThrownBy(() -> sender.send(exporter, subject)).isInstanceOf(MessagingException.class);
    }

    private ValidatableResponse inbox() {
        return given().queryParam("to", exporter).get("/mail/inbox").then().statusCode(200);
    }
}
