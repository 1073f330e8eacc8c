package rw.ishemalink.payment.reconciling.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.reconciling.Case;

/** A page of cases, newest first. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CasePage(
        List<CaseView> items,

        @Schema(description = "Pass it as after to get the next page; absent on the last one") @Nullable
        String next) {

    /**
     * The page out of what was found.
     *
     * @param found up to one more than fits: that one only tells that there is a next page
     */
    static CasePage of(List<Case> found, int limit) {
        List<Case> items = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? Long.toString(items.getLast().number()) : null;
        return new CasePage(items.stream().map(CaseView::of).toList(), next);
    }
}
