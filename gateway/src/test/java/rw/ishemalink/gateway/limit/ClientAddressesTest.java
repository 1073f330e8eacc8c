package rw.ishemalink.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressesTest {

    private static final ClientAddresses ADDRESSES =
            new ClientAddresses(List.of("10.0.0.0/8", "::1"), List.of("192.168.7.0/24"));

    @Test
    void only_a_trusted_proxy_says_where_a_request_comes_from() {
        assertThat(ADDRESSES.of("10.1.2.3", "41.186.1.1")).isEqualTo("41.186.1.1");
        assertThat(ADDRESSES.of("41.186.9.9", "6.6.6.6")).isEqualTo("41.186.9.9");
    }

    @Test
    void what_the_client_itself_wrote_before_the_proxies_is_not_believed() {
        assertThat(ADDRESSES.of("10.1.2.3", "6.6.6.6, 41.186.1.1, 10.9.9.9")).isEqualTo("41.186.1.1");
    }

    @Test
    void nonsense_leaves_the_last_address_that_made_sense() {
        assertThat(ADDRESSES.of("10.1.2.3", "unknown")).isEqualTo("10.1.2.3");
        assertThat(ADDRESSES.of("10.1.2.3", "")).isEqualTo("10.1.2.3");
        assertThat(ADDRESSES.of("10.1.2.3", "evil.example, 10.4.4.4")).isEqualTo("10.4.4.4");
    }

    @Test
    void our_own_callers_are_known_by_their_block() {
        assertThat(ADDRESSES.isOurOwn("192.168.7.200")).isTrue();
        assertThat(ADDRESSES.isOurOwn("192.168.8.1")).isFalse();
        assertThat(ADDRESSES.isOurOwn("2001:db8::1")).isFalse();
    }

    @Test
    void a_household_with_ipv6_has_one_bucket() {
        assertThat(ClientAddresses.bucketOwner("2001:db8:1:2:aaaa::1"))
                .isEqualTo(ClientAddresses.bucketOwner("2001:db8:1:2:bbbb::9"))
                .isNotEqualTo(ClientAddresses.bucketOwner("2001:db8:1:3::1"));
        assertThat(ClientAddresses.bucketOwner("41.186.1.1")).isEqualTo("41.186.1.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/8/8", "", "10.0.0.0/-1"})
    void what_is_no_block_stops_the_start(String text) {
        assertThatThrownBy(() -> new ClientAddresses(List.of(text), List.of())).isInstanceOf(RuntimeException.class);
    }
}
