package rw.ishemalink.analytics.law;

/**
 * The law of dispatch, rule by rule: nothing moves without money, receipt and licence. The services keep it; the checker
 * reads their events and trusts none of them.
 */
public enum LawRule {
    /** Where a payment is due, it succeeded before the assignment and was not given back. */
    PAID(Evidence.PAYMENTS),
    /** Law 020/2023: an official receipt, or a local signature that was younger than 24 hours at the assignment. */
    RECEIPT(Evidence.COMPLIANCE),
    /** Law 09/2013 (RURA): a decision that cleared the very driver and vehicle that the assignment names. */
    CLEARANCE(Evidence.COMPLIANCE),
    /** The pick-up is on a day on which everything that was checked is valid. */
    CLEARANCE_VALID(Evidence.COMPLIANCE),
    /** What customs hold stays until customs release it (East African Community Customs Management Act). */
    BORDER_HOLD(Evidence.BOOKING),
    /** What is delivered was picked up. */
    PICKUP_FIRST(Evidence.BOOKING);

    /** Whose events can still acquit a booking. */
    enum Evidence {
        /** The booking's own, which come in order: nothing can be late. */
        BOOKING,
        PAYMENTS,
        COMPLIANCE
    }

    private final Evidence evidence;

    LawRule(Evidence evidence) {
        this.evidence = evidence;
    }

    Evidence evidence() {
        return evidence;
    }

    /** As answers, metrics and alerts name it, e.g. {@code LAW-RECEIPT}. */
    public String id() {
        return "LAW-" + name().replace('_', '-');
    }
}
