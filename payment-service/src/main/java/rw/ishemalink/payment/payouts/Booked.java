package rw.ishemalink.payment.payouts;

import java.util.Objects;
import java.util.UUID;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.ledger.AccountKey;
import rw.ishemalink.payment.ledger.Postings;
import rw.ishemalink.payment.ledger.Transfer;

/** What a payout is in the books. */
final class Booked {

    private Booked() {}

    static Transfer transfer(UUID reference, AccountKey account, Provider provider, long amountRwf) {
        return Postings.payout(
                reference, account.account(), Objects.requireNonNull(account.party()), provider.clearing(), amountRwf);
    }

    static Transfer transfer(PartyPayout payout) {
        return transfer(payout.reference(), payout.account(), payout.wallet().provider(), payout.amountRwf());
    }
}
