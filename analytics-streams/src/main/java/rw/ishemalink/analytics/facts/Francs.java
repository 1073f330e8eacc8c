package rw.ishemalink.analytics.facts;

import rw.ishemalink.schemas.Money;

/** The money that is counted. */
final class Francs {

    private static final String FRANC = "RWF";

    private Francs() {}

    /**
     * Whole francs.
     *
     * @throws UncountableEventException when it is other money; francs and others do not add up
     */
    static long of(Money money) {
        if (!FRANC.equals(money.getCurrency())) {
            throw new UncountableEventException("a price in " + money.getCurrency() + " cannot be added to francs");
        }
        return money.getAmount();
    }
}
