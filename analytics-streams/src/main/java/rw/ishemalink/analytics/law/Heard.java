package rw.ishemalink.analytics.law;

import java.util.List;
import java.util.UUID;
import rw.ishemalink.schemas.Topics;

/**
 * An event as the checker takes it in.
 *
 * @param facts what the law asks of it; often nothing
 */
record Heard(Topics topic, UUID bookingId, String tenant, List<Fact> facts) {

    Heard {
        facts = List.copyOf(facts);
    }
}
