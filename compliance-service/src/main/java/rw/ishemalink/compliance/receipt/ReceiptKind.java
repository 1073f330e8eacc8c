package rw.ishemalink.compliance.receipt;

/** RRA's sales receipt types (code class 37), with the label that RRA prints behind the number of a normal receipt. */
public enum ReceiptKind {
    SALE("S", "NS"),
    REFUND("R", "NR");

    private final String code;
    private final String label;

    ReceiptKind(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** rcptTyCd. */
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }
}
