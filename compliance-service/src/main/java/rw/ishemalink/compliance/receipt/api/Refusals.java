package rw.ishemalink.compliance.receipt.api;

import rw.ishemalink.kit.problem.ProblemException;

/** What a refusal of the authority means to people, and what they can do. Codes: VSDC specification 1.0.5. */
final class Refusals {

    private Refusals() {}

    /** 409, by the authority's result code. */
    static ProblemException problem(String resultCode) {
        return switch (resultCode) {
            case "881" -> ProblemException.conflict("purchase-code-missing");
            case "882" -> ProblemException.conflict("purchase-code-invalid");
            case "883" -> ProblemException.conflict("purchase-code-used");
            case "884" -> ProblemException.conflict("buyer-tin-invalid");
            default -> ProblemException.conflict("receipt-refused", resultCode);
        };
    }
}
