package rw.ishemalink.booking.desk;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rw.ishemalink.booking.testing.Journeys;
import rw.ishemalink.booking.testing.Someone;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.testing.SuiteResource;

/** Whatever the code did, the database would not have it. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class LawInTheDatabaseTest {

    private static final String LAWFUL = "confirmed_at = now(), paid_at = now(), receipt_number = '1',"
            + " receipt_issued_at = now(), receipt_locally_signed = false, driver_id = gen_random_uuid(),"
            + " vehicle_id = gen_random_uuid(), vehicle_plate = 'RAB 123 C', clearance_id = gen_random_uuid()";

    @Inject
    UnitOfWork unitOfWork;

    private final Someone sender = Someone.sender();

    @ParameterizedTest(name = "without {0} nothing is {1}")
    @CsvSource({
        "paid_at, ASSIGNED",
        "paid_at, DELIVERED",
        "receipt_number, ASSIGNED",
        "receipt_number, IN_TRANSIT",
        "clearance_id, ASSIGNED",
        "clearance_id, IN_TRANSIT"
    })
    void nothing_moves_unpaid_unreceipted_or_uncleared(String missing, String status) {
        UUID bookingId = sender.books(Journeys.POTATOES);
        String set = "status = '" + status + "', " + LAWFUL;
        assertUpdateRefused(bookingId, set.replaceAll(missing + " = [^,]+", missing + " = null"), "check constraint");
    }

    @Test
    void only_exports_meet_customs() {
        UUID bookingId = sender.books(Journeys.POTATOES);
        assertUpdateRefused(bookingId, "status = 'AT_BORDER', " + LAWFUL, "only_exports_meet_customs");
    }

    @Test
    void a_terminal_status_is_final() {
        UUID bookingId = sender.books(Journeys.POTATOES);
        sender.posts(Map.of("reason", "rain"), "/api/bookings/{id}/cancel", bookingId)
                .statusCode(200);
        assertUpdateRefused(bookingId, "status = 'DRAFT'", "a terminal status is final");
    }

    @Test
    void history_is_only_added_to() {
        UUID bookingId = sender.books(Journeys.POTATOES);
        assertRefused("update booking_transition set reason = 'x' where booking_id = :id", bookingId, "only added to");
        assertRefused("delete from booking_transition where booking_id = :id", bookingId, "only added to");
    }

    private void assertUpdateRefused(UUID bookingId, String set, String why) {
        assertRefused("update booking set " + set + " where booking_id = :id", bookingId, why);
    }

    private void assertRefused(String statement, UUID bookingId, String why) {
        assertThatThrownBy(() -> unitOfWork.run(tx ->
                        tx.sql().createUpdate(statement).bind("id", bookingId).execute()))
                .isInstanceOf(UnableToExecuteStatementException.class)
                .hasMessageContaining(why);
    }
}
