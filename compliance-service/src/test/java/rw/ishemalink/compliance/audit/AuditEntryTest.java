package rw.ishemalink.compliance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.kit.testing.Events;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingChange;

class AuditEntryTest {

    @ParameterizedTest
    @ValueSource(strings = {"+250788123456", "0788 123 456", "0788-123-456", "250.788.123.456", "788123456"})
    void a_phone_number_in_a_reason_is_blotted_out(String phone) {
        assertThat(entry().because("call " + phone + " first").reason()).isEqualTo("call [number] first");
    }

    @Test
    void other_numbers_in_a_reason_stay() {
        assertThat(entry().because("80 sacks short, see form 12345678").reason())
                .isEqualTo("80 sacks short, see form 12345678");
    }

    private static AuditEntry entry() {
        return AuditEntry.of(
                Events.metadata("ishemalink", 1), UUID.randomUUID(), Topics.BOOKING_EVENTS, BookingChange.CANCELLED);
    }
}
