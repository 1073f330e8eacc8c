package rw.ishemalink.notification.sending;

/** Sends SMS. */
public interface SmsProvider {

    /** Its name in settings, rows and events. */
    String name();

    /**
     * Sends one text.
     *
     * @throws ProviderUnavailableException when it was not taken now, or nobody knows
     */
    SendOutcome send(Sms sms);
}
