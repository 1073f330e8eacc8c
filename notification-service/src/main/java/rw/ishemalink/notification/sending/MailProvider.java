package rw.ishemalink.notification.sending;

/** Sends e-mail. */
public interface MailProvider {

    /**
     * Sends one plain text to one address.
     *
     * @throws ProviderUnavailableException when it was not taken now, or nobody knows
     */
    SendOutcome send(String address, String subject, String text);
}
