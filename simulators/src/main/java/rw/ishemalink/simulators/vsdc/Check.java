package rw.ishemalink.simulators.vsdc;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Single rules on single fields; each refusal is a 910 that names the field. */
final class Check {

    private Check() {}

    static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw VsdcRefusal.parameter(field + " is missing");
        }
        return value;
    }

    static String text(String field, @Nullable String value, int maxLength) {
        String text = required(field, value);
        if (text.isBlank() || text.length() > maxLength) {
            throw VsdcRefusal.parameter(field + " must have 1 to " + maxLength + " characters");
        }
        return text;
    }

    static void optionalText(String field, @Nullable String value, int maxLength) {
        if (value != null && value.length() > maxLength) {
            throw VsdcRefusal.parameter(field + " is longer than " + maxLength + " characters");
        }
    }

    static String digits(String field, @Nullable String value, int length) {
        String text = required(field, value);
        if (!text.matches("\\d{" + length + "}")) {
            throw VsdcRefusal.parameter(field + " must have " + length + " digits");
        }
        return text;
    }

    static String code(String field, @Nullable String value, CodeClasses codes, String codeClass) {
        String text = required(field, value);
        if (!codes.contains(codeClass, text)) {
            throw VsdcRefusal.parameter(field + " is not in code class " + codeClass);
        }
        return text;
    }

    static void dateTime(String field, @Nullable String value) {
        if (!VsdcTime.isDateTime(required(field, value))) {
            throw VsdcRefusal.parameter(field + " must be a time as yyyyMMddHHmmss");
        }
    }

    static void date(String field, @Nullable String value) {
        if (!VsdcTime.isDate(required(field, value))) {
            throw VsdcRefusal.parameter(field + " must be a date as yyyyMMdd");
        }
    }

    static void oneOf(String field, @Nullable String value, String... allowed) {
        if (!List.of(allowed).contains(required(field, value))) {
            throw VsdcRefusal.parameter(field + " must be one of " + String.join(", ", allowed));
        }
    }

    static BigDecimal notNegative(String field, @Nullable BigDecimal value) {
        BigDecimal number = required(field, value);
        if (number.signum() < 0) {
            throw VsdcRefusal.parameter(field + " must not be negative");
        }
        return number;
    }

    static void equal(String field, BigDecimal expected, @Nullable BigDecimal actual) {
        BigDecimal number = required(field, actual);
        if (number.compareTo(expected) != 0) {
            throw VsdcRefusal.parameter(
                    field + " must be " + expected.toPlainString() + " and was " + number.toPlainString());
        }
    }
}
