package rw.ishemalink.notification.sending;

/** Sends SMS. */
public interface SmsProvider {

    /**
     * Sends one text to one phone (+2507XXXXXXXX).
     *
     * @throws ProviderUnavailableException when it was not taken now, or nobody knows
     */
    SendOutcome send(String phone, String text);
}
