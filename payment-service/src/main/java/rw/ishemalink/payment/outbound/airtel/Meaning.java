package rw.ishemalink.payment.outbound.airtel;

import java.util.Optional;

/**
 * What Airtel's codes mean for an order: those of collections (DP00800001…), of disbursements (DP00900001…), the older
 * ESB… and the gateway's ROUTER…. A code with two meanings, and every one that tells of a time-out, decides nothing.
 */
enum Meaning {
    /** Taken; how it ends is to be asked. */
    TAKEN,
    /** Airtel has this id already. */
    DUPLICATE,
    NOT_FOUND,
    /** It will not happen. */
    REFUSED,
    /** Nobody knows: ask, never order anew. */
    UNCLEAR;

    /** The meaning of a code, if it is on the list; the list is open. */
    static Optional<Meaning> find(String code) {
        return Optional.ofNullable(
                switch (code) {
                    case "DP00800001001", "DP00800001006", "DP00900001001", "DP00900001006", "ESB000010" -> TAKEN;
                    case "DP00900001011", "DP00900001017", "ESB000041" -> DUPLICATE;
                    case "DP00800001025", "DP00900001015", "ESB000045" -> NOT_FOUND;
                    default -> isRefusal(code) ? REFUSED : isUnclear(code) ? UNCLEAR : null;
                });
    }

    private static boolean isRefusal(String code) {
        return switch (code) {
            case "DP00800001002",
                    "DP00800001003",
                    "DP00800001004",
                    "DP00800001007",
                    "DP00800001008",
                    "DP00800001009",
                    "DP00800001010",
                    "DP00800001026",
                    "DP00800001029",
                    "DP00900001003",
                    "DP00900001004",
                    "DP00900001005",
                    "DP00900001007",
                    "DP00900001009",
                    "DP00900001010",
                    "DP00900001012",
                    "DP00900001013",
                    "DP00900001016",
                    "ESB000008",
                    "ESB000011",
                    "ESB000033",
                    "ESB000034",
                    "ESB000035",
                    "ESB000036",
                    "ESB000039",
                    "ROUTER001",
                    "ROUTER003",
                    "ROUTER005",
                    "ROUTER006",
                    "ROUTER112",
                    "ROUTER114",
                    "ROUTER115",
                    "ROUTER116",
                    "ROUTER119" -> true;
            default -> false;
        };
    }

    /** …005 is "no PIN entered" as well as "invalid transaction id"; …027 and …028 are Airtel's own trouble with a key. */
    private static boolean isUnclear(String code) {
        return switch (code) {
            case "DP00800001000",
                    "DP00800001005",
                    "DP00800001024",
                    "DP00800001027",
                    "DP00800001028",
                    "DP00900001000",
                    "DP00900001014",
                    "ESB000001",
                    "ESB000004",
                    "ESB000014",
                    "ROUTER007",
                    "ROUTER117",
                    "0000900" -> true;
            default -> false;
        };
    }

    /** Whether an enquiry under this code leaves open what its transaction status says. */
    static boolean isAmbiguous(String code) {
        return switch (code) {
            case "DP00800001000", "DP00900001000", "ESB000001", "ESB000004", "0000900" -> true;
            default -> false;
        };
    }
}
