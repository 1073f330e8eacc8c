package rw.ishemalink.notification.ussd;

/**
 * What a phone shows.
 *
 * @param end whether the session is over with it
 */
public record Screen(String text, boolean end) {

    /** The gateway's form (Africa's Talking, "Handling USSD sessions"): CON goes on, END ends. */
    public String answer() {
        return (end ? "END " : "CON ") + text;
    }
}
