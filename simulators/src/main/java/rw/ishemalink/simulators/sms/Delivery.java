package rw.ishemalink.simulators.sms;

import java.util.Arrays;
import java.util.Optional;

/** Africa's Talking status codes of one recipient. */
public enum Delivery {
    PROCESSED(100, "Processed"),
    SENT(101, "Sent"),
    QUEUED(102, "Queued"),
    RISK_HOLD(401, "RiskHold"),
    INVALID_SENDER_ID(402, "InvalidSenderId"),
    INVALID_PHONE_NUMBER(403, "InvalidPhoneNumber"),
    UNSUPPORTED_NUMBER_TYPE(404, "UnsupportedNumberType"),
    INSUFFICIENT_BALANCE(405, "InsufficientBalance"),
    USER_IN_BLACKLIST(406, "UserInBlacklist"),
    COULD_NOT_ROUTE(407, "CouldNotRoute"),
    DO_NOT_DISTURB(409, "DoNotDisturbRejection"),
    INTERNAL_SERVER_ERROR(500, "InternalServerError"),
    GATEWAY_ERROR(501, "GatewayError"),
    REJECTED_BY_GATEWAY(502, "RejectedByGateway");

    private final int code;
    private final String label;

    Delivery(int code, String label) {
        this.code = code;
        this.label = label;
    }

    static Optional<Delivery> find(int code) {
        return Arrays.stream(values()).filter(delivery -> delivery.code == code).findFirst();
    }

    public int code() {
        return code;
    }

    public String label() {
        return label;
    }

    /** Whether the message reaches the phone. */
    boolean arrives() {
        return code < 200;
    }
}
