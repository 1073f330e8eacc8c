package rw.ishemalink.payment.collecting;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rw.ishemalink.payment.ledger.Account;

/** Who carries the money. */
public enum Provider {
    MTN,
    AIRTEL;

    private static final Pattern RWANDAN = Pattern.compile("250(\\d{2})\\d{7}");

    /** The provider whose numbers begin so: Rwandan numbering plan, 078 and 079 MTN, 072 and 073 Airtel. */
    public static Optional<Provider> findByPrefix(Msisdn phone) {
        Matcher number = RWANDAN.matcher(phone.digits());
        if (!number.matches()) {
            return Optional.empty();
        }
        return switch (number.group(1)) {
            case "78", "79" -> Optional.of(MTN);
            case "72", "73" -> Optional.of(AIRTEL);
            default -> Optional.empty();
        };
    }

    /** The account of what it holds for us. */
    public Account clearing() {
        return switch (this) {
            case MTN -> Account.PAYER_CLEARING_MTN;
            case AIRTEL -> Account.PAYER_CLEARING_AIRTEL;
        };
    }

    /**
     * Whether a refund has a key of its own there, so that the same one sent twice gives back once. Airtel's refund names
     * only the payment; a second one is sent only when the first can no longer arrive.
     */
    public boolean keysRefunds() {
        return switch (this) {
            case MTN -> true;
            case AIRTEL -> false;
        };
    }
}
