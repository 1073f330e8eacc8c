package rw.ishemalink.payment.payees.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.ledger.Account;
import rw.ishemalink.payment.payees.Payee;
import rw.ishemalink.payment.payees.Standing;
import rw.ishemalink.payment.payees.WalletChange;

/**
 * A driver or an operator who may be paid.
 *
 * @param account DRIVER_PAYABLE or OPERATOR_PAYABLE
 * @param standing whether the payee can be paid now
 * @param payableFrom when the newest wallet may be used
 * @param wallets every wallet so far, newest first; the first one counts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PayeeView(
        UUID party, Account account, How standing, @Nullable Instant payableFrom, List<WalletView> wallets) {

    /** Whether the payee can be paid now. */
    public enum How {
        PAYABLE,
        NO_WALLET,
        WALLET_RESTS,
        SUSPENDED
    }

    /**
     * A wallet.
     *
     * @param phone its last two digits
     * @param changedBy the person who registered it; absent when the fleet told of it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WalletView(
            Provider provider, String phone, @Nullable UUID changedBy, Instant changedAt, Instant usableFrom) {

        static WalletView of(WalletChange change) {
            return new WalletView(
                    change.wallet().provider(),
                    change.wallet().phone().toString(),
                    change.changedBy(),
                    change.changedAt(),
                    change.usableFrom());
        }
    }

    static PayeeView of(Payee payee) {
        return new PayeeView(
                Objects.requireNonNull(payee.account().party()),
                payee.account().account(),
                how(payee.standing()),
                payee.findWallet().map(WalletChange::usableFrom).orElse(null),
                payee.wallets().stream().map(WalletView::of).toList());
    }

    private static How how(Standing standing) {
        return switch (standing) {
            case Standing.Payable _ -> How.PAYABLE;
            case Standing.WithoutWallet _ -> How.NO_WALLET;
            case Standing.Resting _ -> How.WALLET_RESTS;
            case Standing.Suspended _ -> How.SUSPENDED;
        };
    }
}
