package rw.ishemalink.payment.outbound.airtel;

import java.util.Optional;
import java.util.regex.Pattern;
import rw.ishemalink.payment.collecting.Msisdn;

/** A phone number as Airtel takes it: nine digits, without the country code. */
final class NationalNumber {

    private static final Pattern RWANDAN_MOBILE = Pattern.compile("2507\\d{8}");
    private static final int COUNTRY_CODE_DIGITS = 3;

    private NationalNumber() {}

    /** Empty for a number that Airtel Rwanda cannot be asked for. */
    static Optional<String> find(Msisdn phone) {
        return RWANDAN_MOBILE.matcher(phone.digits()).matches()
                ? Optional.of(phone.digits().substring(COUNTRY_CODE_DIGITS))
                : Optional.empty();
    }
}
