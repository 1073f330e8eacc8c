package rw.ishemalink.payment.settlement;

/** What a settlement run does with a day. */
public enum RunKind {
    /** Each driver and operator: what the day did to what is owed, and its payment. */
    OPERATOR_DRIVER,
    /** The tenant's books: what the day did to each account. */
    TENANT
}
