package rw.ishemalink.simulators.airtel;

import rw.ishemalink.simulators.money.Transaction.Kind;

/** Airtel's last three digits for why an operation failed. */
final class Codes {

    private Codes() {}

    static String of(Kind kind, String reason) {
        return switch (kind) {
            case COLLECTION, REFUND -> collection(reason);
            case TRANSFER -> disbursement(reason);
        };
    }

    private static String collection(String reason) {
        return switch (reason) {
            case "NOT_ENOUGH_FUNDS" -> "007";
            case "APPROVAL_REJECTED" -> "008";
            case "EXPIRED" -> "029";
            default -> "009";
        };
    }

    private static String disbursement(String reason) {
        return switch (reason) {
            case "NOT_ENOUGH_FUNDS" -> "007";
            case "PAYEE_NOT_FOUND" -> "012";
            default -> "005";
        };
    }
}
