package rw.ishemalink.notification.sending;

/** Sends e-mail. */
public interface MailProvider {

    /**
     * Sends one e-mail.
     *
     * @throws ProviderUnavailableException when it was not taken now, or nobody knows
     */
    SendOutcome send(Email email);
}
