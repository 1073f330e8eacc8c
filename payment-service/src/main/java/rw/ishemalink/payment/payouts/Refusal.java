package rw.ishemalink.payment.payouts;

/** Why nothing is paid out. What is owed stays owed. */
public enum Refusal {
    NOTHING_OWED,
    MORE_THAN_OWED,
    BELOW_MINIMUM,
    OVER_DAILY_MAXIMUM,
    NO_WALLET,
    WALLET_RESTS,
    SUSPENDED
}
