package rw.ishemalink.compliance.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import rw.ishemalink.compliance.casefile.Jurisdiction;

class ReceiptTextTest {

    private static final Instant SIGNED_AT = Instant.parse("2026-11-21T22:30:12Z");

    @Test
    void a_receipt_number_names_the_number_in_its_type_the_total_and_the_label() {
        assertThat(ReceiptText.number(ReceiptKind.SALE, signed(340))).isEqualTo("12/340 NS");
        assertThat(ReceiptText.number(ReceiptKind.REFUND, signed(340))).isEqualTo("12/340 NR");
    }

    @Test
    void a_total_that_nobody_knows_is_a_question_mark() {
        assertThat(ReceiptText.number(ReceiptKind.SALE, signed(0))).isEqualTo("12/? NS");
    }

    @Test
    void the_qr_text_tells_the_time_of_kigali() {
        assertThat(ReceiptText.qr(
                        SIGNED_AT.atZone(Jurisdiction.RWANDA.zone()), "SDC010000005", "12/340 NS", "TE68", "V249"))
                .isEqualTo("22112026#003012#SDC010000005#12/340 NS#TE68#V249");
    }

    private static SignedSale signed(long total) {
        return new SignedSale(12, total, "TE68", "V249", SIGNED_AT, "SDC010000005", "WIS01006230");
    }
}
