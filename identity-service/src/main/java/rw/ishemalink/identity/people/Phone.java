package rw.ishemalink.identity.people;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Rwandan mobile phone: +250 7[2389] and seven digits (78, 79 MTN; 72, 73 Airtel). People write it as 0788…, 250788…,
 * +250 788 … or 00250788…; it is kept as +250788….
 *
 * @param value +2507XXXXXXXX
 */
public record Phone(String value) {

    private static final Pattern MOBILE = Pattern.compile("\\+2507[2389]\\d{7}");
    private static final Pattern WRITTEN = Pattern.compile("\\+?[0-9 ().-]{9,20}");
    private static final String REGION = "RW";

    public Phone {
        if (!MOBILE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a Rwandan mobile phone");
        }
    }

    /** The phone that is meant by what a person wrote. */
    public static Optional<Phone> find(String written) {
        String text = written.strip();
        if (!WRITTEN.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
            PhoneNumber number = numbers.parse(text, REGION);
            return Optional.of(numbers.format(number, PhoneNumberFormat.E164))
                    .filter(e164 -> numbers.isValidNumberForRegion(number, REGION))
                    .filter(e164 -> MOBILE.matcher(e164).matches())
                    .map(Phone::new);
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** Never the number: this text could reach logs. */
    @Override
    public String toString() {
        return "Phone[…]";
    }
}
