package rw.ishemalink.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestClassesTest {

    private static final RequestClasses CLASSES = new RequestClasses(List.of(
            of("reads", "/"),
            of("writes", "POST /", "PUT /"),
            of("codes", "/api/auth/codes"),
            of("sync", "/api/sync")));

    private static RequestClass of(String name, String... patterns) {
        return new RequestClass(
                name,
                Stream.of(patterns).map(RequestPattern::parse).toList(),
                Optional.of(Allowance.parse("5/1m")),
                Optional.empty(),
                Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/bookings, reads",
        "POST, /api/bookings, writes",
        "POST, /api/auth/codes, codes",
        "GET, /api/auth/codes/x, codes",
        "POST, /api/auth/codesandmore, writes",
        "POST, /api/sync, sync",
        "DELETE, /api/x, reads"
    })
    void the_most_exact_pattern_decides(String method, String path, String name) {
        assertThat(CLASSES.find(method, path)).map(match -> match.of().name()).contains(name);
    }

    @Test
    void an_allowance_reads_as_it_is_written() {
        assertThat(Allowance.parse("60/1m")).isEqualTo(new Allowance(60, Duration.ofMinutes(1)));
        assertThat(Allowance.parse("3/2h").times(10)).isEqualTo(new Allowance(30, Duration.ofHours(2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"60", "0/1m", "-1/1m", "5/0s", "5/1", "x/1m", "1/1m/1m"})
    void what_is_no_allowance_stops_the_start(String text) {
        assertThatThrownBy(() -> Allowance.parse(text)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void a_bucket_fills_up_in_its_time_and_not_beyond() {
        Bucket bucket = new Bucket(new Allowance(10, Duration.ofSeconds(10)), 0);
        assertThat(bucket.take(10, 0).granted()).isEqualTo(10);
        assertThat(bucket.take(1, 900_000_000L).granted()).isZero();
        assertThat(bucket.take(5, 3_000_000_000L).granted()).isEqualTo(3);
        assertThat(bucket.take(99, 90_000_000_000L).granted()).isEqualTo(10);
    }
}
