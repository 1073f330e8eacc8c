package rw.ishemalink.payment.outbound.mtn;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.payment.PaymentParts;
import rw.ishemalink.payment.collecting.Amount;
import rw.ishemalink.payment.collecting.Charge;
import rw.ishemalink.payment.collecting.Msisdn;
import rw.ishemalink.payment.collecting.Payout;
import rw.ishemalink.payment.collecting.Terms;
import rw.ishemalink.payment.config.PaymentConfig;
import rw.ishemalink.payment.outbound.GuardedMobileMoney;

/** Whatever goes wrong, no key, token or phone number reaches the log. */
@QuarkusTest
@QuarkusTestResource(PaymentParts.class)
class SecretsTest {

    private static final Msisdn PAYER = Msisdn.of("+250788123456");

    @Inject
    PaymentConfig config;

    private final WireMockServer mtn = new WireMockServer(options().dynamicPort());
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final PatternFormatter format = new PatternFormatter("%c %s%e");
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(format.format(ExtLogRecord.wrap(line)));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        mtn.start();
        Logger.getLogger("").addHandler(handler);
    }

    @AfterEach
    void stop() {
        Logger.getLogger("").removeHandler(handler);
        mtn.stop();
    }

    @Test
    void no_failure_puts_a_secret_or_a_phone_number_into_the_log() {
        MtnAccount account = MtnAccount.inRwanda(mtn.baseUrl());
        GuardedMobileMoney money = new GuardedMobileMoney(
                new MtnMobileMoney(account, new MtnHttp(account, InstantSource.system())),
                config.breaker(),
                new SimpleMeterRegistry());
        mtn.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
        mtn.stubFor(post("/mtn/collection/token/")
                .willReturn(okJson("{\"access_token\": \"s3cret-token\", \"expires_in\": 3600}")));

        money.collect(UUID.randomUUID(), PAYER, terms());
        money.askCollection(UUID.randomUUID());
        money.refund(UUID.randomUUID(), new Charge(UUID.randomUUID(), "1"), terms());
        money.transfer(UUID.randomUUID(), new Payout(PAYER, 100, "payout"));
        mtn.stop();
        money.askCollection(UUID.randomUUID());

        assertThat(lines).anyMatch(line -> line.contains("HTTP 503")).anyMatch(line -> line.contains("no connection"));
        assertThat(String.join("\n", lines)).doesNotContain("s3cret", "250788123456", "Basic ", "Bearer ");
        assertThat(terms().toString()).doesNotContain("788123456");
        assertThat(Orders.requestToPay(PAYER, terms(), "RWF").toString()).doesNotContain("788123456");
    }

    private static Terms terms() {
        return new Terms(
                UUID.randomUUID(),
                "ishemalink",
                UUID.randomUUID(),
                PAYER,
                new Amount(5_000, 763, "RWF"),
                "ISH-7K3M9QXA",
                "correlation",
                Instant.EPOCH);
    }
}
