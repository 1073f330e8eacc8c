package rw.ishemalink.payment.outbound.airtel;

/** Airtel's codes in words that a payer's prompt can be explained by; a code that is not on the list speaks for itself. */
final class Reasons {

    private static final String NONE = "NO_REASON_GIVEN";

    private Reasons() {}

    static String of(String code) {
        return switch (code) {
            case "" -> NONE;
            case "DP00800001002", "ROUTER114", "ROUTER115", "ROUTER116" -> "INCORRECT_PIN";
            case "DP00800001003", "DP00900001003" -> "LIMIT_EXCEEDED";
            case "DP00800001004", "DP00900001004" -> "INVALID_AMOUNT";
            case "DP00800001005" -> "NO_PIN_ENTERED";
            case "DP00800001007", "DP00900001007" -> "NOT_ENOUGH_FUNDS";
            case "DP00800001008", "DP00900001013" -> "REFUSED";
            case "DP00800001009" -> "DO_NOT_HONOUR";
            case "DP00800001010" -> "NOT_PERMITTED_TO_PAYEE";
            case "DP00800001024", "DP00900001014" -> "TIMED_OUT";
            case "DP00800001026", "DP00900001016" -> "FORBIDDEN";
            case "DP00800001029" -> "EXPIRED";
            case "DP00900001005", "ESB000011" -> "FAILED";
            case "DP00900001009" -> "INVALID_INITIATEE";
            case "DP00900001010" -> "PAYER_NOT_ALLOWED";
            case "DP00900001012", "ESB000033", "ESB000036" -> "INVALID_MSISDN";
            default -> code;
        };
    }
}
