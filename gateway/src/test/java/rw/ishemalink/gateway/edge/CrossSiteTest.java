package rw.ishemalink.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CrossSiteTest {

    @Test
    void a_page_of_another_site_cannot_use_the_cookies_of_ours() {
        assertThat(isForged("POST", Map.of("Cookie", "a=b", "Sec-Fetch-Site", "cross-site")))
                .isTrue();
        assertThat(isForged("POST", Map.of("Cookie", "a=b", "Sec-Fetch-Site", "same-site")))
                .isTrue();
        assertThat(isForged("DELETE", Map.of("Cookie", "a=b", "Origin", "https://evil.example")))
                .isTrue();
        assertThat(isForged("POST", Map.of("Cookie", "a=b", "Origin", "null"))).isTrue();
        assertThat(isForged("POST", Map.of("Cookie", "a=b"))).isTrue();
    }

    @Test
    void our_own_page_can() {
        assertThat(isForged("POST", Map.of("Cookie", "a=b", "Sec-Fetch-Site", "same-origin")))
                .isFalse();
        assertThat(isForged("POST", Map.of("Cookie", "a=b", "Origin", "https://door:8443")))
                .isFalse();
    }

    @Test
    void what_changes_nothing_or_brings_a_token_is_not_looked_at() {
        assertThat(isForged("GET", Map.of("Cookie", "a=b", "Sec-Fetch-Site", "cross-site")))
                .isFalse();
        assertThat(isForged("POST", Map.of("Cookie", "a=b", "Authorization", "Bearer x")))
                .isFalse();
        assertThat(isForged("POST", Map.of())).isFalse();
    }

    private static boolean isForged(String method, Map<String, String> headers) {
        return CrossSite.isForged(method, new HashMap<>(headers)::get, Optional.of("door:8443"));
    }
}
