package rw.ishemalink.booking.sync.api;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rw.ishemalink.booking.sync.SyncAction;
import rw.ishemalink.booking.terms.Text;

/**
 * What a phone did while it had no network.
 *
 * @param actions read one by one, so that a bad one does not stop the others
 */
public record SyncRequest(
        @Schema(description = "Names the phone to its owner", examples = "tecno-spark-10")
        @NotNull
        @Size(min = 1, max = 64)
        @Pattern(regexp = Text.PRINTABLE)
        String device,

        @Schema(implementation = SyncAction[].class) @NotEmpty @Size(max = SyncRequest.MOST_ACTIONS)
        List<JsonNode> actions) {

    /** Mission, Offline. */
    static final int MOST_ACTIONS = 500;
}
