package rw.ishemalink.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {

    private static final Route.Bounds BOUNDS = new Route.Bounds(Duration.ofSeconds(1), 1);
    private static final Route BOOKING =
            new Route("booking", URI.create("http://b"), List.of("/api/bookings", "/api/sync"), List.of(), BOUNDS);
    private static final Route NARROW = new Route(
            "narrow",
            URI.create("http://n"),
            List.of("/api/bookings/special"),
            List.of("/api/bookings/special/open/"),
            BOUNDS);
    private static final RouteTable TABLE = new RouteTable(List.of(BOOKING, NARROW));

    @ParameterizedTest
    @CsvSource({
        "/api/bookings, booking",
        "/api/bookings/1/confirm, booking",
        "/api/sync, booking",
        "/api/sync/.well-known/x, booking",
        "/api/bookings/special, narrow",
        "/api/bookings/special/x, narrow"
    })
    void the_longest_prefix_answers(String path, String service) {
        assertThat(TABLE.findRoute(path)).map(Route::service).contains(service);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/bookingsandmore",
                "/api",
                "/q/health",
                "/",
                "",
                "/api/bookings/../payments",
                "/api/bookings/..",
                "/api/./bookings",
                "/api/bookings/..%2fpayments",
                "/api/bookings/%2e%2e/payments",
                "/api//bookings",
                "/api/bookings\\..\\x",
                "/api/bookings;x=1"
            })
    void a_path_outside_the_table_or_not_normal_is_nobodys(String path) {
        assertThat(TABLE.findRoute(path)).isEmpty();
    }

    @Test
    void what_is_open_is_said_path_by_path() {
        assertThat(NARROW.isOpen("/api/bookings/special/open/1")).isTrue();
        assertThat(NARROW.isOpen("/api/bookings/special/open")).isFalse();
        assertThat(NARROW.isOpen("/api/bookings/special/opener")).isFalse();
    }
}
