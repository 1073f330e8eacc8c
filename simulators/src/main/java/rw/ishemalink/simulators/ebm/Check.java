package rw.ishemalink.simulators.ebm;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Single rules on single fields; each refusal is a 910 that names the field. */
public final class Check {

    private Check() {}

    public static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw EbmRefusal.parameter(field + " is missing");
        }
        return value;
    }

    public static String text(String field, @Nullable String value, int maxLength) {
        String text = required(field, value);
        if (text.isBlank() || text.length() > maxLength) {
            throw EbmRefusal.parameter(field + " must have 1 to " + maxLength + " characters");
        }
        return text;
    }

    public static void optionalText(String field, @Nullable String value, int maxLength) {
        if (value != null && value.length() > maxLength) {
            throw EbmRefusal.parameter(field + " is longer than " + maxLength + " characters");
        }
    }

    public static String digits(String field, @Nullable String value, int length) {
        String text = required(field, value);
        if (!text.matches("\\d{" + length + "}")) {
            throw EbmRefusal.parameter(field + " must have " + length + " digits");
        }
        return text;
    }

    public static String taxpayer(String field, @Nullable String value, Authority authority) {
        String number = required(field, value);
        if (!authority.knowsForm(number)) {
            throw EbmRefusal.parameter(field + " must have " + authority.taxpayerWords());
        }
        return number;
    }

    public static String code(String field, @Nullable String value, CodeClasses codes, String codeClass) {
        String text = required(field, value);
        if (!codes.contains(codeClass, text)) {
            throw EbmRefusal.parameter(field + " is not in code class " + codeClass);
        }
        return text;
    }

    public static void dateTime(String field, @Nullable String value) {
        if (!EbmTime.isDateTime(required(field, value))) {
            throw EbmRefusal.parameter(field + " must be a time as yyyyMMddHHmmss");
        }
    }

    public static void date(String field, @Nullable String value) {
        if (!EbmTime.isDate(required(field, value))) {
            throw EbmRefusal.parameter(field + " must be a date as yyyyMMdd");
        }
    }

    public static void oneOf(String field, @Nullable String value, String... allowed) {
        if (!List.of(allowed).contains(required(field, value))) {
            throw EbmRefusal.parameter(field + " must be one of " + String.join(", ", allowed));
        }
    }

    public static BigDecimal notNegative(String field, @Nullable BigDecimal value) {
        BigDecimal number = required(field, value);
        if (number.signum() < 0) {
            throw EbmRefusal.parameter(field + " must not be negative");
        }
        return number;
    }

    public static void equal(String field, BigDecimal expected, @Nullable BigDecimal actual) {
        BigDecimal number = required(field, actual);
        if (number.compareTo(expected) != 0) {
            throw EbmRefusal.parameter(
                    field + " must be " + expected.toPlainString() + " and was " + number.toPlainString());
        }
    }
}
