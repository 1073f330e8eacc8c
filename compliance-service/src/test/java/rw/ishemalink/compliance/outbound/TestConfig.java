package rw.ishemalink.compliance.outbound;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.compliance.outbound.ebm.EbmLine;
import rw.ishemalink.compliance.receipt.DeviceKind;
import rw.ishemalink.compliance.receipt.Seller;

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

    /** A line that gives up after one try: who retries is tested with the whole service. */
    public static EbmLine line(ComplianceConfig config) {
        return new EbmLine(new ObjectMapper(), config);
    }

    /** The seller of the settings, with a device of that kind at the settings' address. */
    public static Seller seller(DeviceKind kind, ComplianceConfig config) {
        return new Seller(
                "ishemalink",
                kind,
                config.vsdc().url(),
                config.vsdc().deviceSerial(),
                kind == DeviceKind.ETIMS ? "P051234567Q" : config.seller().tin(),
                config.seller().branch(),
                config.seller().name());
    }
}
