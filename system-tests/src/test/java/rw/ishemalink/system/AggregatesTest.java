package rw.ishemalink.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import rw.ishemalink.local.parts.JdbcAccess;
import rw.ishemalink.local.story.Journey;
import rw.ishemalink.local.story.Story;

/** Why the aggregates can be trusted: what the streams add up to is what the services' databases hold. */
class AggregatesTest {

    private static Story story;

    @BeforeAll
    static void the_suite_is_up() {
        story = new Story(Suite.get().context());
    }

    @Test
    void the_streams_add_up_to_what_the_databases_hold_after_deliveries_and_a_cancellation() {
        story.potatoesFromNyamagabeToKigali();
        story.coffeeFromHuyeToKampala();
        story.motoRideInKigali();
        story.bookPotatoes(story.cast().sender("Farmer"))
                .confirm()
                .awaitReceipt()
                .cancel("the harvest was lost");

        await("streams and databases to agree").atMost(Suite.PATIENCE).untilAsserted(() -> {
            assertThat(revenue()).isEqualTo(paidByTheBooks());
            assertThat(payments()).isEqualTo(succeededByTheBooks());
            assertThat(deliveriesByRoute()).isEqualTo(deliveredByTheBooks());
            assertThat(deliveriesByDriver()).isEqualTo(drivenByTheBooks());
        });
    }

    @Test
    void a_booking_has_one_timeline_of_all_services() {
        Journey potatoes = story.potatoesFromNyamagabeToKigali();

        await("the timeline of all services").atMost(Suite.PATIENCE).untilAsserted(() -> {
            JsonNode timeline = ask("/api/analytics/bookings/" + potatoes.bookingId() + "/timeline");
            assertThat(timeline.findValuesAsText("source")).contains("BOOKING", "PAYMENT", "COMPLIANCE", "MESSAGE");
            assertThat(timeline.findValuesAsText("change"))
                    .containsSubsequence("CREATED", "CONFIRMED", "SUCCEEDED", "DELIVERED", "SHARED");
        });
    }

    /** Bookings, gross, VAT and commission. */
    private static String revenue() {
        JsonNode total = ask("/api/analytics/revenue").path("total");
        return String.join(
                " ",
                total.path("bookings").asText(),
                total.path("gross").asText(),
                total.path("vat").asText(),
                total.path("commission").asText());
    }

    private static String paidByTheBooks() throws SQLException {
        return String.join("", rows("payment-service", """
                select count(*) || ' ' || sum(total) || ' ' || sum(vat) || ' ' || coalesce(sum(commission), 0), ''
                  from payment where tenant = 'ishemalink' and status = 'SUCCEEDED'""").keySet());
    }

    private static Map<String, String> payments() {
        Map<String, String> byProvider = new TreeMap<>();
        ask("/api/analytics/payments/success")
                .path("byProvider")
                .properties()
                .forEach(provider -> byProvider.put(
                        provider.getKey(), provider.getValue().path("succeeded").asText()));
        return byProvider;
    }

    private static Map<String, String> succeededByTheBooks() throws SQLException {
        return rows("payment-service", """
                select provider, count(*) filter (where succeeded_at is not null) from payment
                 where tenant = 'ishemalink' and status <> 'PENDING' group by provider""");
    }

    private static Map<String, String> deliveriesByRoute() {
        Map<String, String> routes = new TreeMap<>();
        ask("/api/analytics/routes/top?limit=100")
                .path("routes")
                .valueStream()
                .filter(route -> route.path("deliveries").asLong() > 0)
                .forEach(route -> routes.merge(
                        route.at("/origin/district").asText("-") + ">"
                                + route.at("/destination/district").asText("-"),
                        route.path("deliveries").asText(),
                        (one, other) -> Long.toString(Long.parseLong(one) + Long.parseLong(other))));
        return routes;
    }

    private static Map<String, String> deliveredByTheBooks() throws SQLException {
        return rows("booking-service", """
                select coalesce(origin_district, '-') || '>' || coalesce(destination_district, '-'), count(*)
                  from booking where tenant = 'ishemalink' and status = 'DELIVERED' group by 1""");
    }

    private static Map<String, String> deliveriesByDriver() {
        Map<String, String> drivers = new TreeMap<>();
        ask("/api/analytics/drivers/leaderboard?limit=100")
                .path("drivers")
                .forEach(driver -> drivers.put(
                        driver.path("driverId").asText(),
                        driver.path("deliveries").asText()));
        return drivers;
    }

    private static Map<String, String> drivenByTheBooks() throws SQLException {
        return rows("booking-service", """
                select driver_id, count(*) from booking
                 where tenant = 'ishemalink' and status = 'DELIVERED' group by driver_id""");
    }

    private static JsonNode ask(String path) {
        return story.auditor().phone().get(path);
    }

    /** Of two columns, the second by the first. */
    private static Map<String, String> rows(String service, String query) throws SQLException {
        JdbcAccess access = Suite.get().stack().database(service);
        Map<String, String> rows = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(access.url(), access.user(), access.password());
                Statement statement = connection.createStatement();
                ResultSet all = statement.executeQuery(query)) {
            while (all.next()) {
                rows.put(all.getString(1), all.getString(2));
            }
        }
        return rows;
    }
}
