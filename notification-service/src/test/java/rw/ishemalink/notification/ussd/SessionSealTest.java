package rw.ishemalink.notification.ussd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.cipher.BlindIndex;
import rw.ishemalink.kit.cipher.ColumnCipher;
import rw.ishemalink.kit.cipher.Keyring;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.notification.ussd.store.UssdSeal;
import rw.ishemalink.schemas.Language;

class SessionSealTest {

    private final UssdSeal seal = new UssdSeal(
            new ColumnCipher(Keyring.parse("test:" + SuiteResource.newKey())), new BlindIndex(SuiteResource.newKey()));

    @Test
    void every_screen_can_be_left_and_come_back_to() {
        for (MenuTree.Way way : MenuTree.WAYS) {
            Session session = way.walk(Language.FR).session();
            UUID sessionId = UUID.randomUUID();
            String stored = seal.state(sessionId, session);
            assertThat(stored).startsWith("v1:");
            assertThat(seal.openState(sessionId, stored)).isEqualTo(session);
        }
    }
}
