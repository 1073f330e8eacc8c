package rw.ishemalink.notification.sending;

/**
 * One text to one phone.
 *
 * @param phone +2507XXXXXXXX, or any E.164 number
 * @param from the sender that the phone shows
 */
public record Sms(String phone, String text, String from) {

    /** Neither phone nor text: this reaches logs. */
    @Override
    public String toString() {
        return "Sms[from " + from + "]";
    }
}
