package rw.ishemalink.payment.payees;

import java.time.Instant;
import rw.ishemalink.payment.collecting.Wallet;

/** Whether and where somebody can be paid. */
public sealed interface Standing {

    /** There. */
    record Payable(Wallet wallet) implements Standing {}

    /** Nobody has named a wallet. */
    record WithoutWallet() implements Standing {}

    /** The wallet replaced another and is not used before that time; nor is the other. */
    record Resting(Instant until) implements Standing {}

    /** A suspended driver: what is owed stays owed. */
    record Suspended() implements Standing {}
}
