package rw.ishemalink.backup.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SealTest {

    private final SealKeys keys = SealKeys.generate();
    private final Sealer sealer = new Sealer(keys.recipient());
    private final Opener opener = new Opener(keys.identity());

    @Test
    void whatIsSealedIsOpenedByItsIdentity() {
        for (int length : new int[] {0, 1, 64 * 1024, 64 * 1024 + 1, 3_000_000}) {
            byte[] content = random(length);
            assertThat(opener.open(sealer.seal(content))).isEqualTo(content);
        }
    }

    @Test
    void theStoreSeesAgeAndNothingOfTheContent() {
        byte[] sealed = sealer.seal("phone +250788123456".repeat(1_000).getBytes(UTF_8));

        assertThat(new String(sealed, UTF_8))
                .startsWith("age-encryption.org/v1")
                .doesNotContain("250788123456");
    }

    @Test
    void anotherIdentityOpensNothing() {
        Opener stranger = new Opener(SealKeys.generate().identity());
        byte[] sealed = sealer.seal(random(1_000));

        assertThatThrownBy(() -> stranger.open(sealed)).isInstanceOf(SealException.class);
    }

    @Test
    void oneChangedBitOrAMissingEndIsRefused() {
        byte[] sealed = sealer.seal(random(200_000));
        for (int place : new int[] {30, 120, sealed.length / 2, sealed.length - 1}) {
            byte[] changed = sealed.clone();
            changed[place] ^= 1;
            assertThatThrownBy(() -> opener.open(changed)).isInstanceOf(SealException.class);
        }
        // The age payload is cut exactly where one of its chunks of 64 KiB and 16 bytes ends.
        byte[] cut = Arrays.copyOf(sealed, headerLength(sealed) + 16 + 2 * (64 * 1024 + 16));
        assertThatThrownBy(() -> opener.open(cut)).isInstanceOf(SealException.class);
    }

    @Test
    void aWrongKeyIsToldWithoutRepeatingIt() {
        assertThatThrownBy(() -> new Opener("AGE-SECRET-KEY-1NONSENSE"))
                .isInstanceOf(SealException.class)
                .hasMessageNotContaining("NONSENSE");
        assertThatThrownBy(() -> new Sealer("")).isInstanceOf(SealException.class);
        assertThat(keys.toString()).doesNotContain("AGE-SECRET-KEY");
    }

    /** The header ends with the line of its authentication code. */
    private static int headerLength(byte[] sealed) {
        String text = new String(sealed, StandardCharsets.ISO_8859_1);
        return text.indexOf('\n', text.indexOf("\n--- ") + 1) + 1;
    }

    private static byte[] random(int length) {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        return content;
    }
}
