package rw.ishemalink.payment.settlement.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.ledger.Account;
import rw.ishemalink.payment.ledger.api.Cursor;
import rw.ishemalink.payment.payouts.Refusal;
import rw.ishemalink.payment.settlement.DayBooks;
import rw.ishemalink.payment.settlement.Item;
import rw.ishemalink.payment.settlement.PartyDay;

/**
 * The report of a settlement, whole francs.
 *
 * @param items of kind OPERATOR_DRIVER: a page of lines
 * @param books of kind TENANT: the statement of the day
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReportView(
        RunView settlement,
        @Nullable List<ItemView> items,
        @Nullable DayBooks books,

        @Schema(description = "Pass it as after to get the next page; absent on the last one") @Nullable
        String next) {

    /**
     * A driver's or operator's line: closing = opening + earned − reversed − paid + corrected.
     *
     * @param opening what was owed before the day; below nothing if the party owed us
     * @param paid payouts of earlier days or on request that the provider confirmed on the day
     * @param payout what this settlement paid; absent if nothing
     * @param payoutStatus how that payout stands now
     * @param refused why nothing was paid
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ItemView(
            Account account,
            UUID party,
            long opening,
            long earned,
            long reversed,
            long paid,
            long corrected,
            long closing,
            @Nullable UUID payout,
            long payoutAmount,
            @Nullable String payoutStatus,
            @Nullable Refusal refused) {

        static ItemView of(Item item) {
            PartyDay day = item.day();
            return new ItemView(
                    day.account().account(),
                    Objects.requireNonNull(day.account().party()),
                    day.opening(),
                    day.earned(),
                    day.reversed(),
                    day.paid(),
                    day.corrected(),
                    day.closing(),
                    item.payout(),
                    item.payoutRwf(),
                    item.payoutStatus(),
                    item.refused());
        }
    }

    /**
     * A page of lines.
     *
     * @param found up to one more than fits: that one only tells that there is a next page
     */
    static ReportView ofItems(RunView run, List<Item> found, int limit) {
        List<Item> items = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? Cursor.of(items.getLast().day().accountId()) : null;
        return new ReportView(run, items.stream().map(ItemView::of).toList(), null, next);
    }

    static ReportView ofBooks(RunView run, DayBooks books) {
        return new ReportView(run, null, books, null);
    }
}
