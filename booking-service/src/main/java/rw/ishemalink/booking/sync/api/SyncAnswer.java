package rw.ishemalink.booking.sync.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of the actions. */
public record SyncAnswer(
        @Schema(description = "Of a batch: one per action, in its order")
        List<SyncItem> items) {}
