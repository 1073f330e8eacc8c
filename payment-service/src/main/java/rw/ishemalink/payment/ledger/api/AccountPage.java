package rw.ishemalink.payment.ledger.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.ledger.Account;
import rw.ishemalink.payment.ledger.Counters;
import rw.ishemalink.payment.ledger.store.AccountStore.Known;

/** A page of accounts, in the order in which they were opened, as the last seal left them; whole francs. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountPage(
        List<AccountView> items,

        @Schema(description = "Pass it as after to get the next page; absent on the last one") @Nullable
        String next) {

    /**
     * An account.
     *
     * @param party whose it is; absent for one of the tenant's own, and for all parties' of that name together
     * @param balance debits less credits: assets and expenses positive, liabilities and income negative
     * @param pending what open reservations would change it by
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AccountView(
            Account account,
            Account.Type type,
            @Nullable UUID party,
            long debits,
            long credits,
            long balance,
            long pending) {

        static AccountView of(Known known) {
            Account account = known.key().account();
            Counters counters = known.counters();
            return new AccountView(
                    account,
                    account.type(),
                    known.key().party(),
                    counters.debitsPosted(),
                    counters.creditsPosted(),
                    counters.balance(),
                    counters.pending());
        }
    }

    /**
     * The page out of what was found.
     *
     * @param found up to one more than fits: that one only tells that there is a next page
     */
    static AccountPage of(List<Known> found, int limit) {
        List<Known> items = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? Cursor.of(items.getLast().accountId()) : null;
        return new AccountPage(items.stream().map(AccountView::of).toList(), next);
    }
}
