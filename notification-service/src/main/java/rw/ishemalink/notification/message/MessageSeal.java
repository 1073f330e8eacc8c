package rw.ishemalink.notification.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.cipher.ColumnCipher;
import rw.ishemalink.kit.cipher.SealedColumn;
import rw.ishemalink.kit.cipher.SealedTable;

/** A message's address and parameters as they are stored; one-time codes are among the parameters. */
@Singleton
public class MessageSeal {

    public static final SealedColumn ADDRESS = new SealedColumn("message", "address");
    public static final SealedColumn PARAMETERS = new SealedColumn("message", "parameters");

    public static final SealedTable TABLE =
            SealedTable.of("message", "message_id").with(ADDRESS).with(PARAMETERS);

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final ColumnCipher cipher;
    private final ObjectMapper json = new ObjectMapper();

    MessageSeal(ColumnCipher cipher) {
        this.cipher = cipher;
    }

    public String address(UUID messageId, String address) {
        return cipher.seal(ADDRESS, messageId, address);
    }

    public @Nullable String openAddress(UUID messageId, @Nullable String stored) {
        return cipher.openNullable(ADDRESS, messageId, stored);
    }

    /** The parameters as a JSON array, sealed. */
    public String parameters(UUID messageId, List<String> parameters) {
        try {
            return cipher.seal(PARAMETERS, messageId, json.writeValueAsString(parameters));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are always JSON", e);
        }
    }

    public @Nullable List<String> openParameters(UUID messageId, @Nullable String stored) {
        String opened = cipher.openNullable(PARAMETERS, messageId, stored);
        try {
            return opened == null ? null : json.readValue(opened, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the parameters of message " + messageId + " are not JSON");
        }
    }
}
