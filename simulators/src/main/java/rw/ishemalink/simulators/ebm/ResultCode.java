package rw.ishemalink.simulators.ebm;

/** RRA's result codes that this device gives. */
public enum ResultCode {
    SUCCEEDED("000", "It is succeeded"),
    NOTHING_FOUND("001", "There is no search result"),
    PURCHASE_CODE_MISSING("881", "Purchase code is compulsory"),
    PURCHASE_CODE_INVALID("882", "Purchase code is invalid"),
    PURCHASE_CODE_USED("883", "Purchase code is already used"),
    CUSTOMER_TIN_INVALID("884", "Customer TIN is invalid"),
    NO_CONTACT("894", "Server communication error"),
    NO_HEADER("900", "There is no header information"),
    INVALID_DEVICE("901", "It is not valid device"),
    ALREADY_INSTALLED("902", "This device is already installed"),
    PARAMETER("910", "Request parameter error"),
    NO_BODY("911", "There is no request body"),
    DECLARED("921", "Sales data which is declared cannot be received"),
    OUT_OF_ORDER("922", "Sales invoice data can be received only after the sales data"),
    DUPLICATE("994", "Overlapped data"),
    UNKNOWN("999", "Unknown error");

    private final String code;
    private final String message;

    ResultCode(String code, String message) {
        this.code = code;
        this.message = message;
    }

    public String code() {
        return code;
    }

    public String message() {
        return message;
    }
}
