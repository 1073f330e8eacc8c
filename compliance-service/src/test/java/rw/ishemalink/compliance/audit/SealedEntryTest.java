package rw.ishemalink.compliance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.chain.Seal;

/** The canonical form as docs/audit.md has it: whoever changes it makes every trail unreadable. */
class SealedEntryTest {

    private static final UUID BOOKING = new UUID(9, 9);

    private final TrailEntry entry = new TrailEntry(
            "ishemalink",
            new UUID(0, 1),
            "booking.events",
            "booking.events/PAID",
            Entries.NOON,
            7L,
            BOOKING,
            BOOKING,
            new UUID(0, 2),
            new UUID(0, 3),
            "SENDER",
            null,
            null,
            "CONFIRMED",
            "PAID",
            null,
            new UUID(0, 4).toString(),
            null,
            2,
            41L,
            "ab".repeat(32));

    @Test
    void text_and_hash_are_as_documented() {
        assertThat(SealedEntry.text(1, Entries.NOON, entry))
                .hasToString(
                        "1:1,16:1795255200123456,10:ishemalink,36:00000000-0000-0000-0000-000000000001,14:booking.events,19:booking.events/PAID,16:1795255200123456,1:7,36:00000000-0000-0009-0000-000000000009,36:00000000-0000-0009-0000-000000000009,36:00000000-0000-0000-0000-000000000002,36:00000000-0000-0000-0000-000000000003,"
                                + "6:SENDER,,,9:CONFIRMED,4:PAID,,36:00000000-0000-0000-0000-000000000004,,1:2,2:41,64:abababababababababababababababababababababababababababababababab,");
        assertThat(SealedEntry.next(Seal.GENESIS, entry, Entries.NOON).seal().hash())
                .as("computed by another program")
                .isEqualTo("32a6568098d76faf35f2d4be2105d32428f3a72069a56d8fba4fb1df17d2749f");
    }
}
