package rw.ishemalink.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class DeliveryCodeTest {

    private static final SecretKeySpec KEY = DeliveryCode.key("a-key-of-the-test-run-and-of-nothing-else");
    private static final UUID BOOKING = new UUID(1, 2);

    @Test
    void a_code_is_six_digits_and_always_the_same_for_booking_and_number() {
        DeliveryCode code = DeliveryCode.of(KEY, BOOKING, 1);
        assertThat(code.digits()).matches("[0-9]{6}");
        assertThat(DeliveryCode.of(KEY, BOOKING, 1)).isEqualTo(code);
    }

    @Test
    void another_number_booking_or_key_is_another_code() {
        SecretKeySpec otherKey = DeliveryCode.key("another-key-of-the-test-run-and-no-other");
        assertThat(DeliveryCode.of(KEY, BOOKING, 1))
                .isNotIn(
                        DeliveryCode.of(KEY, BOOKING, 2),
                        DeliveryCode.of(KEY, new UUID(1, 3), 1),
                        DeliveryCode.of(otherKey, BOOKING, 1));
    }

    @Test
    void codes_are_spread_over_all_six_digits() {
        Map<Character, Integer> firstDigits = new HashMap<>();
        for (int number = 0; number < 2_000; number++) {
            firstDigits.merge(DeliveryCode.of(KEY, BOOKING, number).digits().charAt(0), 1, Integer::sum);
        }
        assertThat(firstDigits).hasSize(10).allSatisfy((_, count) -> assertThat(count)
                .isBetween(100, 300));
    }

    @Test
    void only_the_very_digits_fit() {
        DeliveryCode code = new DeliveryCode("042137");
        assertThat(code.is("042137")).isTrue();
        for (String given : new String[] {"042138", "42137", "0421370", "", "٠٤٢١٣٧"}) {
            assertThat(code.is(given)).as(given).isFalse();
        }
    }

    @Test
    void a_code_does_not_reach_a_log_by_accident() {
        assertThat(new DeliveryCode("042137")).hasToString("DeliveryCode[]");
        assertThat(new Handover("042137", null, Instant.EPOCH).toString()).doesNotContain("042137");
    }

    @Test
    void a_key_that_can_be_guessed_is_refused_with_what_to_do() {
        assertThatThrownBy(() -> DeliveryCode.key("secret"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ISHEMA_BOOKING_DELIVERY_CODE_KEY");
    }
}
