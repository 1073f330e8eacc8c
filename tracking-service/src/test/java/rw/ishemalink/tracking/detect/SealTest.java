package rw.ishemalink.tracking.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.tracking.detect.Plans.HUYE;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rw.ishemalink.schemas.tracking.SealState;

class SealTest {

    private final Drive drive = new Drive(Plans.export());
    private int minute;

    @Test
    void every_change_of_a_seal_is_told_and_what_it_repeats_is_not() {
        say(SealState.CLOSED, "A1");
        say(SealState.CLOSED, "A1");
        say(null, null);
        say(SealState.OPEN, null);
        say(SealState.OPEN, "A1");
        say(SealState.CLOSED, "B2");
        say(SealState.TAMPERED, "B2");
        say(SealState.UNKNOWN, null);
        assertThat(drive.story("SEAL")).containsExactly("SEAL_OPENED", "SEAL_CLOSED", "SEAL_TAMPERED");
        assertThat(drive.only(Finding.SealOpened.class).sealNumber()).isEqualTo("A1");
        assertThat(drive.only(Finding.SealTampered.class).sealNumber()).isEqualTo("B2");
    }

    @Test
    void a_seal_that_is_tampered_with_when_first_heard_of_is_told() {
        say(SealState.TAMPERED, "A1");
        assertThat(drive.story("SEAL")).containsExactly("SEAL_TAMPERED");
    }

    private void say(@Nullable SealState state, @Nullable String number) {
        drive.look(Drive.position(Drive.minute(++minute), HUYE, null, null, state, number));
    }
}
