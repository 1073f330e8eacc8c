package rw.ishemalink.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rw.ishemalink.local.parts.JdbcAccess;
import rw.ishemalink.local.story.Journey;
import rw.ishemalink.local.story.Person;
import rw.ishemalink.local.story.RefusedException;
import rw.ishemalink.local.story.Story;

/** A sender goes through the whole story, takes a copy, asks to be forgotten, and is found nowhere. */
class ForgottenTest {

    private static final List<String> SERVICES = List.of(
            "identity-service",
            "booking-service",
            "payment-service",
            "compliance-service",
            "tracking-service",
            "notification-service");

    private static final String NAME = "Nyiransabimana Erasmie";

    private static final String TABLES = """
            select quote_ident(table_name) from information_schema.tables
             where table_schema = 'public' and table_type = 'BASE TABLE'""";

    @Test
    void who_asks_to_be_forgotten_is_in_no_database_and_the_books_still_balance() throws SQLException {
        Story story = new Story(Suite.get().context());
        Journey potatoes = story.potatoesFromNyamagabeToKigali();
        Person farmer = potatoes.sender();
        farmer.phone().put("/api/auth/me", Map.of("name", NAME, "language", "rw"));
        takesACopy(farmer);

        String code = farmer.askForCode();
        JsonNode wish = farmer.phone().post("/api/privacy/requests", Map.of("wish", "ERASE", "code", code));
        assertThat(wish.path("requestId").asText()).isNotEmpty();
        // identity-service forgets last, and then refuses whatever the farmer still holds.
        await("the last token to be refused").atMost(Suite.PATIENCE).untilAsserted(() -> assertThatThrownBy(
                        () -> farmer.phone().get("/api/auth/me"))
                .isInstanceOf(RefusedException.class));

        assertThat(placesOf(NAME)).isEmpty();
        assertThat(placesOf(farmer.number())).isEmpty();
        assertThat(placesOf(farmer.number().substring(1))).isEmpty();
        assertThat(story.ledger().path("difference").asLong(-1)).isZero();
        assertThat(story.receipt(potatoes).isMissingNode()).isFalse();
        assertThat(story.auditTrail(potatoes).toString()).contains("DELIVERED");
    }

    /** Every part that the answer names holds something, and the phone stands in the clear for its owner. */
    private static void takesACopy(Person person) {
        String requestId = person.phone()
                .post("/api/privacy/requests", Map.of("wish", "EXPORT"))
                .path("requestId")
                .asText();
        JsonNode done = awaitDone(person, requestId);
        assertThat(done.path("services")).hasSize(SERVICES.size());
        String parts = done.path("services")
                .valueStream()
                .map(service ->
                        person.phone().get(service.path("link").asText()).toString())
                .reduce("", String::concat);
        assertThat(parts).contains(NAME, person.number(), person.number().substring(1));
    }

    private static JsonNode awaitDone(Person person, String requestId) {
        return await("all services to have answered")
                .atMost(Suite.PATIENCE)
                .until(() -> person.phone().get("/api/privacy/requests/" + requestId), it -> it.path("done")
                        .asBoolean());
    }

    /** The tables of the suite with a row that has the text in any of its columns. */
    private static List<String> placesOf(String text) throws SQLException {
        List<String> places = new ArrayList<>();
        for (String service : SERVICES) {
            JdbcAccess access = Suite.get().stack().database(service);
            try (Connection connection = DriverManager.getConnection(access.url(), access.user(), access.password())) {
                for (String table : tables(connection)) {
                    if (has(connection, table, text)) {
                        places.add(service + "." + table);
                    }
                }
            }
        }
        return places;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(TABLES);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static boolean has(Connection connection, String table, String text) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select exists (select from %1$s where strpos(%1$s::text, ?) > 0)".formatted(table))) {
            query.setString(1, text);
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
