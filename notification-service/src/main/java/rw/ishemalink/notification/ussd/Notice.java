package rw.ishemalink.notification.ussd;

/** What is said above a screen that is shown again. */
public enum Notice {
    NOT_A_CHOICE,
    NO_SUCH_DISTRICT,
    BAD_WEIGHT,
    BAD_PHONE,
    NO_SUCH_BOOKING,
    SAME_PLACE,
    QUOTE_EXPIRED,
    PROMPT_IS_OUT,
    OVER,
    REFUSED,
    AWAY
}
