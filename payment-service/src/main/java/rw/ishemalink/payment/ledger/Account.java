package rw.ishemalink.payment.ledger;

/** The accounts of each tenant's books. */
public enum Account {
    /** Money that payers sent and MTN holds for us. */
    PAYER_CLEARING_MTN(Type.ASSET),
    /** Money that payers sent and Airtel holds for us. */
    PAYER_CLEARING_AIRTEL(Type.ASSET),
    /** Prices without VAT, until the booking is delivered and they are shared out. */
    REVENUE(Type.INCOME),
    /** VAT owed to the Rwanda Revenue Authority. */
    VAT_PAYABLE(Type.LIABILITY),
    /** What we keep of the price of a delivered booking. */
    COMMISSION(Type.INCOME),
    /** What is owed to a driver: a claim, not a stored balance. */
    DRIVER_PAYABLE(Type.LIABILITY, true),
    /** What is owed to an operator for its drivers' work. */
    OPERATOR_PAYABLE(Type.LIABILITY, true),
    /** Money owed back to payers. */
    REFUNDS_PAYABLE(Type.LIABILITY),
    /** What providers charge us. */
    PROVIDER_FEES(Type.EXPENSE),
    /** What reconciliation has not explained yet: somebody's money, whose we do not know. */
    SUSPENSE(Type.LIABILITY);

    /** What an account counts. */
    public enum Type {
        ASSET,
        LIABILITY,
        INCOME,
        EXPENSE
    }

    private final Type type;
    private final boolean hasParties;

    Account(Type type) {
        this(type, false);
    }

    Account(Type type, boolean hasParties) {
        this.type = type;
        this.hasParties = hasParties;
    }

    public Type type() {
        return type;
    }

    /** Whether each party has an account of its own under this name. */
    public boolean hasParties() {
        return hasParties;
    }
}
