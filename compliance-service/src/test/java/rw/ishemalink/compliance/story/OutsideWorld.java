package rw.ishemalink.compliance.story;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import rw.ishemalink.kit.testing.SuiteResource;

/** The real parts, and RRA's device and RURA's register played by WireMock; {@link Authorities} tells those what to answer. */
public final class OutsideWorld implements QuarkusTestResourceLifecycleManager {

    private final SuiteResource parts = new SuiteResource();
    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().globalTemplating(true));

    @Override
    public Map<String, String> start() {
        server.start();
        Map<String, String> settings = new HashMap<>(parts.start());
        settings.putAll(settingsOfAuthorities());
        settings.putAll(deviceOf("osdc-co", "OSDC", "/osdc", "999900002"));
        settings.putAll(deviceOf("kenya-co", "ETIMS", "/etims", "P051234567Q"));
        settings.putAll(deviceOf("books-co", "VSDC", "/vsdc", "999900003"));
        settings.putAll(deviceOf("many-co", "VSDC", "/vsdc", "999900005"));
        settings.putAll(deviceOf("idle-co", "VSDC", "/vsdc", "999900004"));
        return settings;
    }

    /** Silence is played by a broken line: a reply that a slow machine is late with must not pass for silence. */
    private Map<String, String> settingsOfAuthorities() {
        return Map.ofEntries(
                Map.entry("test.outside.port", Integer.toString(server.port())),
                Map.entry("ishema.compliance.vsdc.url", server.baseUrl() + "/vsdc"),
                Map.entry("ishema.compliance.vsdc.timeout", "30s"),
                Map.entry("ishema.compliance.vsdc.claim", "5m"),
                Map.entry("ishema.compliance.vsdc.page-time", "1m"),
                Map.entry("ishema.compliance.vsdc.first-pause", "100ms"),
                Map.entry("ishema.compliance.vsdc.longest-pause", "200ms"),
                Map.entry("ishema.compliance.rura.url", server.baseUrl() + "/rura/v1"),
                Map.entry("ishema.compliance.rura.timeout", "30s"),
                Map.entry("ishema.compliance.dispatch.claim", "5m"),
                Map.entry("ishema.compliance.dispatch.page-time", "1m"),
                Map.entry("ishema.compliance.dispatch.first-pause", "100ms"),
                Map.entry("ishema.compliance.dispatch.longest-pause", "200ms"),
                Map.entry("ishema.compliance.drivers.claim", "5m"),
                Map.entry("ishema.compliance.drivers.page-time", "1m"),
                Map.entry("ishema.compliance.drivers.first-pause", "100ms"),
                Map.entry("ishema.compliance.drivers.longest-pause", "200ms"),
                Map.entry("ishema.compliance.idle-pause", "50ms"),
                Map.entry("ishema.compliance.dispatch.rules-v2-from", "${test.rules-v2-from:2999-01-01}"),
                Map.entry("ishema.compliance.licences.sweep-every", "50ms"),
                Map.entry("ishema.compliance.licences.ask-again-pause", "50ms"),
                Map.entry("ishema.compliance.local-signature.key", "a-key-of-the-test-run"),
                Map.entry("ishema.compliance.customs.office-codes.gatuna", "GATUN"),
                Map.entry("rw.ishemalink.compliance.outbound.rura.RuraLine/get/CircuitBreaker/delay", "100"));
    }

    private Map<String, String> deviceOf(String tenant, String kind, String path, String tin) {
        String prefix = "ishema.compliance.devices." + tenant + ".";
        return Map.of(
                prefix + "kind", kind,
                prefix + "url", server.baseUrl() + path,
                prefix + "serial", "SERIAL-" + tenant,
                prefix + "tin", tin,
                prefix + "name", "Company of " + tenant);
    }

    @Override
    public void stop() {
        server.stop();
        parts.stop();
    }
}
