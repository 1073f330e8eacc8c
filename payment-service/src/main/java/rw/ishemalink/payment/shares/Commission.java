package rw.ishemalink.payment.shares;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * What we keep of a net price, per cent.
 *
 * @param percentOf of tenants that agreed on something else than the default
 */
public record Commission(BigDecimal defaultPercent, Map<String, BigDecimal> percentOf) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * A net price in two parts, whole francs.
     *
     * @param commission what we keep, rounded half-up
     * @param share the rest, to the franc
     */
    public record Split(long commission, long share) {}

    public Commission {
        percentOf = Map.copyOf(percentOf);
        check(defaultPercent);
        percentOf.values().forEach(Commission::check);
    }

    private static void check(BigDecimal percent) {
        if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException("a commission is 0 to 100 per cent, not " + percent);
        }
    }

    /** Splits a net price of the tenant's. */
    public Split split(String tenant, long net) {
        long commission = BigDecimal.valueOf(net)
                .multiply(percentOf.getOrDefault(tenant, defaultPercent))
                .divide(HUNDRED, 0, RoundingMode.HALF_UP)
                .longValueExact();
        return new Split(commission, net - commission);
    }
}
