package rw.ishemalink.payment.payouts.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.ledger.api.Cursor;
import rw.ishemalink.payment.payouts.PartyPayout;

/** A page of payouts, newest first. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PayoutPage(
        List<PayoutView> items,

        @Schema(description = "Pass it as after to get the next page; absent on the last one") @Nullable
        String next) {

    /**
     * The page out of what was found.
     *
     * @param found up to one more than fits: that one only tells that there is a next page
     */
    static PayoutPage of(List<PartyPayout> found, int limit) {
        List<PartyPayout> items = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? Cursor.of(items.getLast().number()) : null;
        return new PayoutPage(items.stream().map(PayoutView::of).toList(), next);
    }
}
