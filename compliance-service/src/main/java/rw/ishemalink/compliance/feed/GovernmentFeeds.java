package rw.ishemalink.compliance.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import rw.ishemalink.compliance.feed.store.FeedStore;
import rw.ishemalink.kit.outbox.RowsTogether;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.Agency;
import rw.ishemalink.schemas.Topics;

/** The one way to tell an authority: on its topic, and on record for those who fetch. Both happen or neither does. */
@ApplicationScoped
public class GovernmentFeeds {

    private final RowsTogether<FeedRow> rows = new RowsTogether<>(FeedStore::append);

    /**
     * Tells the agency that reads the topic, in the caller's transaction.
     *
     * @param event flat; its field {@code tenant} says whose it is
     * @throws IllegalArgumentException when no agency reads the topic
     */
    public void publish(Tx tx, Topics topic, UUID key, SpecificRecord event) {
        if (Agency.findReaderOf(topic).isEmpty()) {
            throw new IllegalArgumentException("no agency reads " + topic.topicName());
        }
        tx.publish(topic, key, event);
        rows.add(tx, FeedRow.of(topic, event));
    }
}
