package rw.ishemalink.payment.payees;

import java.util.List;
import java.util.Optional;
import rw.ishemalink.payment.ledger.AccountKey;

/**
 * A driver or an operator who may be owed money.
 *
 * @param account where it is owed
 * @param active false while a driver is suspended
 * @param wallets newest first
 */
public record Payee(AccountKey account, boolean active, List<WalletChange> wallets) {

    public Payee {
        wallets = List.copyOf(wallets);
    }

    /** The wallet that counts, rested or not. */
    public Optional<WalletChange> findWallet() {
        return wallets.stream().findFirst();
    }

    /** Whether and where this payee can be paid now. */
    public Standing standing() {
        if (!active) {
            return new Standing.Suspended();
        }
        return findWallet()
                .<Standing>map(change -> change.rests()
                        ? new Standing.Resting(change.usableFrom())
                        : new Standing.Payable(change.wallet()))
                .orElseGet(Standing.WithoutWallet::new);
    }
}
