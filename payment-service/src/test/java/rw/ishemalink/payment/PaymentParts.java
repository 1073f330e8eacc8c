package rw.ishemalink.payment;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import rw.ishemalink.kit.testing.SuiteResource;

/** The real parts, a pretended MTN and Airtel for the whole run, and a service that is quick to ask. */
public final class PaymentParts implements QuarkusTestResourceLifecycleManager {

    private final SuiteResource parts = new SuiteResource();
    private final WireMockServer server = new WireMockServer(options().dynamicPort());

    @Override
    public Map<String, String> start() {
        server.start();
        Map<String, String> settings = new HashMap<>(parts.start());
        settings.putAll(quick());
        return settings;
    }

    /** Silence is played by a broken line: an answer that a slow machine is late with must not pass for silence. */
    private Map<String, String> quick() {
        return Map.ofEntries(
                Map.entry("ishema.payment.mtn.base-url", server.baseUrl() + "/mtn"),
                Map.entry("ishema.payment.mtn.connect-timeout", "PT30S"),
                Map.entry("ishema.payment.mtn.timeout", "PT30S"),
                Map.entry("ishema.payment.airtel.base-url", server.baseUrl() + "/airtel"),
                Map.entry("ishema.payment.airtel.connect-timeout", "PT30S"),
                Map.entry("ishema.payment.airtel.timeout", "PT30S"),
                Map.entry("ishema.payment.airtel.ask-after", "PT0.4S"),
                Map.entry("ishema.payment.airtel.callback-key", Airtel.CALLBACK_KEY),
                Map.entry("ishema.payment.sweep-every", "PT0.05S"),
                Map.entry("ishema.ledger.seal-every", "PT0.05S"),
                Map.entry("ishema.ledger.commission-percent-of.half-and-half", "50"),
                Map.entry("ishema.payment.quick-retry", "PT0.1S"),
                Map.entry("ishema.payment.poll-every", "PT0.4S"),
                Map.entry("ishema.payment.poll-every-after-end", "PT0.4S"),
                Map.entry("ishema.payment.claim-for", "PT2M"),
                Map.entry("ishema.payment.forget-after", "PT4S"),
                Map.entry("ishema.payment.refund-retry", "PT0.2S"),
                Map.entry("ishema.payment.max-attempts", "3"),
                Map.entry("ishema.payment.mtn.statement-url", server.baseUrl() + "/mtn/settlement"),
                Map.entry("ishema.payment.airtel.statement-url", server.baseUrl() + "/airtel/settlement"),
                // Days are compared when a test wants it, and go on when it wants it.
                Map.entry("ishema.reconciliation.daily", "false"),
                Map.entry("ishema.reconciliation.answer-within", "P1D"),
                Map.entry("ishema.reconciliation.retry-after", "P1D"),
                Map.entry("ishema.payout.daily-maximum-rwf", "100000"),
                Map.entry("ishema.settlement.look-every", "PT0.1S"),
                Map.entry("ishema.settlement.parties-at-once", "3"),
                Map.entry("ishema.settlement.transfers-at-once", "2"),
                // Tests open the runs that they are about; the timer's own days have a test of their own.
                Map.entry("ishema.settlement.catch-up-days", "0"),
                // One test's silence must not close the door on another's; the breaker has tests of its own.
                Map.entry("ishema.payment.breaker.failures", "100000"));
    }

    @Override
    public void stop() {
        server.stop();
        parts.stop();
    }
}
