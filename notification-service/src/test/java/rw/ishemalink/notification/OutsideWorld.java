package rw.ishemalink.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** An SMS gateway that answers as ordered for each phone, and a mail server. */
public final class OutsideWorld implements QuarkusTestResourceLifecycleManager {

    private static final AtomicInteger LAST_PHONE = new AtomicInteger(1_000_000);
    private static final String PATH = "/version1/messaging";
    private static final WireMockServer SMS =
            new WireMockServer(wireMockConfig().dynamicPort());
    static final ShortMessageCentre CENTRE = new ShortMessageCentre();
    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Override
    public Map<String, String> start() {
        SMS.start();
        MAIL.start();
        // A busy machine may answer late, which must not count as no answer: the message would go out twice.
        return Map.ofEntries(
                Map.entry("ishema.notification.sms.url", SMS.baseUrl()),
                Map.entry("ishema.notification.sms.timeout", "60s"),
                Map.entry("ishema.notification.sms.routes[0].prefix", "+256"),
                Map.entry("ishema.notification.sms.routes[0].providers", "SMPP,AFRICAS_TALKING"),
                Map.entry("ishema.notification.smpp.host", "localhost"),
                Map.entry("ishema.notification.smpp.port", Integer.toString(CENTRE.port())),
                Map.entry("ishema.notification.smpp.timeout", "60s"),
                Map.entry("ishema.notification.smpp.reconnect", "100ms"),
                Map.entry("ishema.notification.mail.timeout", "60s"),
                Map.entry("ishema.notification.sending.lease", "5m"),
                Map.entry("ishema.notification.callbacks.sources", "127.0.0.0/8,::1,10.9.0.0/16"),
                // Tests run at any hour.
                Map.entry("ishema.notification.quiet-hours", "none"),
                Map.entry("quarkus.mailer.host", "127.0.0.1"),
                Map.entry("quarkus.mailer.port", Integer.toString(MAIL.getSmtp().getPort())));
    }

    @Override
    public void stop() {
        SMS.stop();
        MAIL.stop();
    }

    /** A phone that no other test has. */
    public static String newPhone() {
        return "+25078" + LAST_PHONE.incrementAndGet();
    }

    /** From now on texts to that phone arrive. */
    public static void phoneIsOn(String phone) {
        answerWithStatus(phone, 101);
    }

    /** From now on texts to that phone get that status code. */
    static void answerWithStatus(String phone, int statusCode) {
        SMS.stubFor(post(PATH)
                .withFormParam("to", equalTo(phone))
                .willReturn(okJson("""
                        {"SMSMessageData": {"Message": "-", "Recipients": [{"statusCode": %d, "number": "%s",
                         "status": "-", "cost": "RWF 10.0000", "messageId": "ATXid_%s"}]}}
                        """.formatted(statusCode, phone, phone.substring(1)))
                        .withStatus(201)));
    }

    /** From now on the gateway fails for that phone. */
    static void gatewayFailsFor(String phone) {
        SMS.stubFor(post(PATH)
                .withFormParam("to", equalTo(phone))
                .willReturn(aResponse().withStatus(503).withBody("The service is currently unavailable")));
    }

    /** The texts that were sent to the phone, tries that failed included. */
    public static List<String> textsTo(String phone) {
        return SMS.findAll(postRequestedFor(urlEqualTo(PATH)).withFormParam("to", equalTo(phone))).stream()
                .map(request -> request.formParameter("message").firstValue())
                .toList();
    }

    /** The mails that arrived for the address. */
    static List<MimeMessage> mailsTo(String address) {
        return Arrays.stream(MAIL.getReceivedMessages())
                .filter(mail -> isTo(mail, address))
                .toList();
    }

    static String bodyOf(MimeMessage mail) {
        return GreenMailUtil.getBody(mail);
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return Arrays.stream(mail.getRecipients(Message.RecipientType.TO))
                    .anyMatch(to -> to.toString().equals(address));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
