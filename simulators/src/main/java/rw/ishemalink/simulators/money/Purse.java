package rw.ishemalink.simulators.money;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** The account that a merchant pays out of: the same amount of every currency at the start, and never overdrawn. */
public final class Purse {

    private final BigDecimal start;
    private final Map<String, BigDecimal> spent = new HashMap<>();

    Purse(long start) {
        this.start = BigDecimal.valueOf(start);
    }

    public synchronized BigDecimal available(String currency) {
        return start.subtract(spent.getOrDefault(currency, BigDecimal.ZERO));
    }

    /** False if there is not enough; then nothing is spent. */
    public synchronized boolean spend(Terms terms) {
        if (available(terms.currency()).compareTo(terms.amount()) < 0) {
            return false;
        }
        spent.merge(terms.currency(), terms.amount(), BigDecimal::add);
        return true;
    }
}
