package rw.ishemalink.payment.collecting;

/**
 * Money that we send to a phone.
 *
 * @param amountRwf whole francs
 * @param note what the payee reads, e.g. the number of a settlement
 */
public record Payout(Msisdn phone, long amountRwf, String note) {

    public Payout {
        if (amountRwf <= 0) {
            throw new IllegalArgumentException("a payout has a positive amount");
        }
    }
}
