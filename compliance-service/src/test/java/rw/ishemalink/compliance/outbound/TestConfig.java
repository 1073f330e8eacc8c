package rw.ishemalink.compliance.outbound;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import rw.ishemalink.compliance.config.ComplianceConfig;

/** The service's settings, with both authorities at one address. */
public final class TestConfig {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration IMPATIENCE = Duration.ofMillis(500);

    private TestConfig() {}

    public static ComplianceConfig at(String url) {
        return at(url, PATIENCE);
    }

    /** Gives up soon: for authorities that say nothing at all, never for one whose answer counts. */
    public static ComplianceConfig impatientAt(String url) {
        return at(url, IMPATIENCE);
    }

    private static ComplianceConfig at(String url, Duration timeout) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(ComplianceConfig.class)
                .withDefaultValues(Map.of(
                        "ishema.compliance.seller.tin", "999900001",
                        "ishema.compliance.seller.branch", "00",
                        "ishema.compliance.seller.name", "IshemaLink Transport Company",
                        "ishema.compliance.vsdc.url", url + "/vsdc",
                        "ishema.compliance.vsdc.device-serial", "SERIAL-1",
                        "ishema.compliance.vsdc.timeout", timeout.toString(),
                        "ishema.compliance.rura.url", url + "/rura/v1",
                        "ishema.compliance.rura.api-key", "the-key",
                        "ishema.compliance.rura.timeout", timeout.toString(),
                        "ishema.compliance.local-signature.key", "a-test-key"))
                .build()
                .getConfigMapping(ComplianceConfig.class);
    }
}
