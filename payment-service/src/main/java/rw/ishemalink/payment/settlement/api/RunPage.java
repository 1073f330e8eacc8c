package rw.ishemalink.payment.settlement.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.ledger.api.Cursor;
import rw.ishemalink.payment.settlement.Run;

/** A page of settlements, newest first. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunPage(
        List<RunView> items,

        @Schema(description = "Pass it as after to get the next page; absent on the last one") @Nullable
        String next) {

    /**
     * The page out of what was found.
     *
     * @param found up to one more than fits: that one only tells that there is a next page
     */
    static RunPage of(List<Run> found, int limit) {
        List<Run> items = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? Cursor.of(items.getLast().number()) : null;
        return new RunPage(items.stream().map(RunView::of).toList(), next);
    }
}
