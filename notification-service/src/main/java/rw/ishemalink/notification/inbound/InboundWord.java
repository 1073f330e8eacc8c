package rw.ishemalink.notification.inbound;

/**
 * Hears one kind of text that people send us. A bean; of all such beans the first whose word it is gets the text, outside
 * of any transaction. It may get the same text again (after a crash), so what it writes is written under
 * {@link InboundSms#eventId()}; {@link Answers} does so.
 */
public interface InboundWord {

    /** Whether this text is for it. Pure. */
    boolean hears(String text);

    /** Acts on it. An exception makes the provider send it again. */
    void hear(InboundSms sms);
}
