package rw.ishemalink.compliance.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rw.ishemalink.compliance.casefile.BookingKind;
import rw.ishemalink.compliance.casefile.TaxClass;

class LocalSignatureTest {

    private static final UUID BOOKING = UUID.fromString("0193a000-0000-7000-8000-000000000001");
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final DeviceRow DEVICE =
            new DeviceRow(UUID.randomUUID(), "999900001", "00", null, null, 0, 0, 0, 0, 1, null);

    @Test
    void a_signature_has_16_hex_digits_and_is_the_same_for_the_same_sale() {
        assertThat(sign("key", 1, 1_000)).matches("[0-9A-F]{16}").isEqualTo(sign("key", 1, 1_000));
    }

    @Test
    void another_amount_number_or_key_is_another_signature() {
        assertThat(sign("key", 1, 1_000))
                .isNotEqualTo(sign("key", 1, 1_001))
                .isNotEqualTo(sign("key", 2, 1_000))
                .isNotEqualTo(sign("other", 1, 1_000));
    }

    @Test
    void another_buyer_is_another_signature() {
        assertThat(sign("key", 1, 1_000, "100000001"))
                .isNotEqualTo(sign("key", 1, 1_000))
                .isNotEqualTo(sign("key", 1, 1_000, "100000002"));
    }

    private static String sign(String key, long number, long total) {
        return sign(key, number, total, null);
    }

    private static String sign(String key, long number, long total, @Nullable String buyerTin) {
        ReceiptJob job = new ReceiptJob(
                7,
                BOOKING,
                "ishemalink",
                ReceiptKind.SALE,
                "999900001",
                "00",
                BookingKind.RIDE,
                "ISH-AAAAAAAA",
                total,
                TaxClass.B,
                ReceiptJob.State.OPEN,
                "correlation",
                buyerTin,
                buyerTin,
                buyerTin,
                null,
                null,
                null);
        return new LocalSignature(key).sign(DEVICE, BOOKING, number, job, NOW);
    }
}
