package rw.ishemalink.compliance.outbound;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import rw.ishemalink.compliance.config.ComplianceConfig;

/** The service's settings, with both authorities at one address. */
public final class TestConfig {

    private TestConfig() {}

    public static ComplianceConfig at(String url) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(ComplianceConfig.class)
                .withDefaultValues(Map.of(
                        "ishema.compliance.seller.tin", "999900001",
                        "ishema.compliance.seller.branch", "00",
                        "ishema.compliance.seller.name", "IshemaLink Transport Company",
                        "ishema.compliance.vsdc.url", url + "/vsdc",
                        "ishema.compliance.vsdc.device-serial", "SERIAL-1",
                        "ishema.compliance.vsdc.timeout", "500ms",
                        "ishema.compliance.rura.url", url + "/rura/v1",
                        "ishema.compliance.rura.api-key", "the-key",
                        "ishema.compliance.rura.timeout", "500ms",
                        "ishema.compliance.local-signature.key", "a-test-key"))
                .build()
                .getConfigMapping(ComplianceConfig.class);
    }
}
