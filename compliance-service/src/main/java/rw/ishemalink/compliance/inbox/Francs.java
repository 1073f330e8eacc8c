package rw.ishemalink.compliance.inbox;

import rw.ishemalink.schemas.Money;

/** Amounts in Rwandan francs, the only currency that the authorities here are told of. */
final class Francs {

    private Francs() {}

    /** Whole francs; another currency is refused, so that it goes to the dead-letter topic and not into a receipt. */
    static long of(Money money) {
        if (!money.getCurrency().equals("RWF")) {
            throw new IllegalArgumentException("not Rwandan francs: " + money.getCurrency());
        }
        return money.getAmount();
    }
}
