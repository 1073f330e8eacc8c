package rw.ishemalink.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import rw.ishemalink.notification.config.NotificationConfig;

class SmsRoutesTest {

    private final SmsRoutes routes = new SmsRoutes(
            List.of(
                    new SmsRoutes.Route(Optional.empty(), "+25", List.of("A")),
                    new SmsRoutes.Route(Optional.empty(), "+256", List.of("B")),
                    new SmsRoutes.Route(Optional.of("geo"), "", List.of("C", "A"))),
            List.of("A", "B"));

    @Test
    void the_longest_prefix_wins() {
        assertThat(routes.providersFor("ishemalink", "+256770000000")).containsExactly("B");
        assertThat(routes.providersFor("ishemalink", "+250780000000")).containsExactly("A");
    }

    @Test
    void a_tenants_own_way_goes_before_those_of_all() {
        assertThat(routes.providersFor("geo", "+256770000000")).containsExactly("C", "A");
    }

    @Test
    void what_no_route_fits_goes_the_usual_way() {
        assertThat(routes.providersFor("ishemalink", "+3300000000")).containsExactly("A", "B");
    }

    @Test
    void routes_are_read_from_the_settings_and_an_unknown_provider_is_said_so() {
        Map<String, String> set = Map.of(
                "ishema.notification.sms.routes[0].prefix", "+256",
                "ishema.notification.sms.routes[0].providers", "SMPP,AFRICAS_TALKING");
        assertThat(SmsRoutes.of(config(set), Set.of("SMPP", "AFRICAS_TALKING")).providersFor("x", "+256770000000"))
                .containsExactly("SMPP", "AFRICAS_TALKING");
        assertThatThrownBy(() -> SmsRoutes.of(config(set), Set.of("AFRICAS_TALKING")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SMPP");
    }

    private static NotificationConfig.Sms config(Map<String, String> set) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(NotificationConfig.class)
                .withDefaultValue("ishema.notification.sms.url", "http://localhost")
                .withDefaultValue("ishema.notification.sms.username", "us")
                .withDefaultValue("ishema.notification.sms.api-key", "key");
        set.forEach(builder::withDefaultValue);
        return builder.build().getConfigMapping(NotificationConfig.class).sms();
    }
}
