package rw.ishemalink.local.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import rw.ishemalink.local.load.FixLedger.Found;

class FixLedgerTest {

    private static final long AT = 1_795_000_000_000L;

    private final FixLedger ledger = new FixLedger();

    @Test
    void what_was_taken_and_found_once_is_right_however_much_it_is() {
        for (int vehicle = 0; vehicle < 1_000; vehicle++) {
            for (int second = 0; second < 200; second++) {
                long fix = FixLedger.key(vehicle, AT + second * 1_000L);
                ledger.asked(fix);
                ledger.taken(fix);
                ledger.found(fix);
            }
        }
        assertThat(ledger.compare()).isEqualTo(new Found(200_000, 0, 0, 0));
    }

    @Test
    void what_was_taken_and_is_not_there_is_lost() {
        ledger.asked(FixLedger.key(1, AT));
        ledger.taken(FixLedger.key(1, AT));
        ledger.asked(FixLedger.key(1, AT + 1));
        assertThat(ledger.compare()).isEqualTo(new Found(1, 1, 0, 0));
    }

    @Test
    void twice_is_wrong_unless_it_was_sent_again() {
        for (int vehicle = 1; vehicle <= 2; vehicle++) {
            ledger.asked(FixLedger.key(vehicle, AT));
            ledger.found(FixLedger.key(vehicle, AT));
            ledger.found(FixLedger.key(vehicle, AT));
        }
        ledger.asked(FixLedger.key(2, AT));
        assertThat(ledger.compare()).isEqualTo(new Found(0, 0, 1, 0));
    }

    @Test
    void what_nobody_sent_is_noticed() {
        ledger.found(FixLedger.key(3, AT));
        assertThat(ledger.compare()).isEqualTo(new Found(0, 0, 0, 1));
    }
}
