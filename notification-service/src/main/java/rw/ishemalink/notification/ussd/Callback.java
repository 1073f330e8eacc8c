package rw.ishemalink.notification.ussd;

/**
 * What the USSD gateway sends for each input (Africa's Talking, "Handling USSD sessions").
 *
 * @param sessionId the gateway's, the same until the session ends
 * @param phone who dials, +2507XXXXXXXX
 * @param text all inputs of the session, joined by *; empty when it begins
 */
public record Callback(String sessionId, String phone, String text) {

    /** Never phone or text: this text could reach logs. */
    @Override
    public String toString() {
        return "Callback[" + sessionId + "]";
    }
}
