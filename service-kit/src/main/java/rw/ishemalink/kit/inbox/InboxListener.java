package rw.ishemalink.kit.inbox;

import org.apache.avro.specific.SpecificRecord;
import rw.ishemalink.kit.outbox.Tx;

/**
 * Hears one topic of another service. A listener is a bean in a service's {@code inbox} package; its effect and the note
 * that the event was seen commit in one transaction.
 *
 * @param <E> the record that the topic carries
 */
public interface InboxListener<E extends SpecificRecord> {

    /** Which topic, by the record that it alone carries. */
    Class<E> eventType();

    /**
     * What the event means here. Called once per event, in order per key, by one thread. An exception rolls everything
     * back; the event comes again, and when it never passes it goes to the dead-letter topic.
     */
    void handle(Tx tx, E event);
}
