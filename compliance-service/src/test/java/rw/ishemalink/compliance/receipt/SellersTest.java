package rw.ishemalink.compliance.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rw.ishemalink.compliance.config.ComplianceConfig;

class SellersTest {

    @Test
    void a_tenant_sells_on_its_own_device_and_all_others_on_the_platforms() {
        Sellers sellers = sellers(Map.of());
        assertThat(sellers.getFor("kenya-co").kind()).isEqualTo(DeviceKind.ETIMS);
        assertThat(sellers.getFor("kenya-co").owner()).isEqualTo("kenya-co");
        assertThat(sellers.getFor("anybody").kind()).isEqualTo(DeviceKind.VSDC);
        assertThat(sellers.getFor("anybody").owner()).isEqualTo("ishemalink");
        assertThat(sellers.find("P051234567Q", "00")).contains(sellers.getFor("kenya-co"));
        assertThat(sellers.find("100000000", "00")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "seller.tin, 12345, ishemalink: tin must match",
        "seller.branch, 7, ishemalink: branch must have 2 digits",
        "seller.name, ' ', ishemalink: name must have",
        "vsdc.url, http://localhost/vsdc/, ishemalink: url must be",
        "vsdc.url, ftp://localhost/vsdc, ishemalink: url must be",
        "devices.kenya-co.tin, 999900001, kenya-co: tin must match [A-Z]\\d{9}[A-Z] for ETIMS",
        "devices.kenya-co.serial, ' ', kenya-co: the device's serial",
        "seller.device, ETIMS, ishemalink: tin must match"
    })
    void wrong_settings_are_refused_and_it_is_said_what_is_wrong_with_whose(String key, String value, String message) {
        assertThatThrownBy(() -> sellers(Map.of(key, value)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(message);
    }

    @Test
    void two_devices_for_one_branch_are_refused() {
        assertThatThrownBy(() -> sellers(Map.of(
                        "devices.twin.kind", "OSDC",
                        "devices.twin.url", "http://localhost/osdc",
                        "devices.twin.serial", "S-2",
                        "devices.twin.tin", "999900001",
                        "devices.twin.name", "Twin")))
                .hasMessageContaining("name two devices for the branch 999900001/00");
    }

    @Test
    void two_tenants_may_share_a_device() {
        Sellers sellers = sellers(Map.of(
                "devices.twin.kind", "VSDC",
                "devices.twin.url", "http://localhost/vsdc",
                "devices.twin.serial", "S-1",
                "devices.twin.tin", "999900001",
                "devices.twin.name", "Twin"));
        assertThat(sellers.getFor("twin").name()).isEqualTo("Twin");
    }

    private static Sellers sellers(Map<String, String> changes) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "seller.tin", "999900001",
                "seller.branch", "00",
                "seller.name", "IshemaLink",
                "vsdc.url", "http://localhost/vsdc",
                "vsdc.device-serial", "S-1",
                "rura.url", "http://localhost/rura",
                "rura.api-key", "key",
                "local-signature.key", "key"));
        settings.putAll(Map.of(
                "devices.kenya-co.kind", "ETIMS",
                "devices.kenya-co.url", "https://etims.example",
                "devices.kenya-co.serial", "S-9",
                "devices.kenya-co.tin", "P051234567Q",
                "devices.kenya-co.name", "Kenya Co"));
        settings.putAll(changes);
        Map<String, String> keyed = new HashMap<>();
        settings.forEach((key, value) -> keyed.put("ishema.compliance." + key, value));
        return new Sellers(new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(ComplianceConfig.class)
                .withDefaultValues(keyed)
                .build()
                .getConfigMapping(ComplianceConfig.class));
    }
}
