package rw.ishemalink.simulators.money;

import java.math.BigDecimal;

/**
 * What every order has in common, checked.
 *
 * @param externalId the merchant's own name for it; need not be unique
 */
public record Terms(BigDecimal amount, String currency, String externalId, String payerMessage, String payeeNote) {

    /** An order without messages. */
    public static Terms of(BigDecimal amount, String currency, String externalId) {
        return new Terms(amount, currency, externalId, "", "");
    }
}
