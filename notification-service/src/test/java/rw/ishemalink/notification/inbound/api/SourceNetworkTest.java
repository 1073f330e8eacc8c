package rw.ishemalink.notification.inbound.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SourceNetworkTest {

    @Test
    void an_address_is_of_its_network_and_of_no_other() {
        SourceNetwork network = SourceNetwork.parse("196.201.214.0/24");
        assertThat(network.contains("196.201.214.200")).isTrue();
        assertThat(network.contains("196.201.215.1")).isFalse();
        assertThat(SourceNetwork.parse("196.201.214.200").contains("196.201.214.201"))
                .isFalse();
        assertThat(SourceNetwork.parse("2001:db8::/32").contains("2001:db8:1::7"))
                .isTrue();
    }

    @Test
    void what_is_no_address_is_of_no_network_and_no_name_server_is_asked() {
        SourceNetwork all = SourceNetwork.parse("0.0.0.0/0");
        assertThat(all.contains("203.0.113.9")).isTrue();
        assertThat(all.contains("localhost")).isFalse();
        assertThat(all.contains("203.0.113.9, 127.0.0.1")).isFalse();
        assertThat(all.contains("::1")).isFalse();
        assertThatThrownBy(() -> SourceNetwork.parse("callbacks.example.com"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
