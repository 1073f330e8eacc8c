package rw.ishemalink.notification.ussd.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.cipher.BlindIndex;
import rw.ishemalink.kit.cipher.ColumnCipher;
import rw.ishemalink.kit.cipher.SealedColumn;
import rw.ishemalink.kit.cipher.SealedTable;
import rw.ishemalink.notification.ussd.Session;

/** A session's phone, state and answers as they are stored. */
@Singleton
public class UssdSeal {

    private static final SealedColumn PHONE = new SealedColumn("ussd_session", "phone");
    private static final SealedColumn STATE = new SealedColumn("ussd_session", "state");
    private static final SealedColumn ANSWER = new SealedColumn("ussd_turn", "answer");

    public static final SealedTable SESSIONS = SealedTable.of("ussd_session", "session_id")
            .with(PHONE, "phone_index")
            .with(STATE);

    public static final SealedTable TURNS =
            SealedTable.of("ussd_turn", "turn_id").with(ANSWER);

    private final ColumnCipher cipher;
    private final BlindIndex index;
    private final ObjectMapper json = new ObjectMapper().disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);

    public UssdSeal(ColumnCipher cipher, BlindIndex index) {
        this.cipher = cipher;
        this.index = index;
    }

    String phone(UUID sessionId, String phone) {
        return cipher.seal(PHONE, sessionId, phone);
    }

    byte[] phoneIndex(String tenant, String phone) {
        return index.of(PHONE, tenant, phone);
    }

    /** The session as it is stored. */
    public String state(UUID sessionId, Session session) {
        try {
            return cipher.seal(STATE, sessionId, json.writeValueAsString(session));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a session is always JSON", e);
        }
    }

    /** The session; null if it has none, or one of an older release that cannot be read any more: it starts anew. */
    public @Nullable Session openState(UUID sessionId, @Nullable String stored) {
        String opened = cipher.openNullable(STATE, sessionId, stored);
        try {
            return opened == null ? null : json.readValue(opened, Session.class);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    String answer(UUID turnId, String answer) {
        return cipher.seal(ANSWER, turnId, answer);
    }

    @Nullable
    String openAnswer(UUID turnId, @Nullable String stored) {
        return cipher.openNullable(ANSWER, turnId, stored);
    }
}
