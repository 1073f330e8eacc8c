package rw.ishemalink.compliance.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.compliance.ComplianceChange;
import rw.ishemalink.schemas.compliance.ComplianceEvent;

/** What every story needs: authorities at work and an ear on compliance.events. */
@QuarkusTestResource(OutsideWorld.class)
abstract class StoryTest {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Jdbi jdbi;

    Authorities authorities;
    EventTap events;

    @BeforeEach
    void begin() {
        authorities = new Authorities();
        authorities.areAtWork();
        events = EventTap.on(Topics.COMPLIANCE_EVENTS);
    }

    /** What a story leaves open would stand before the next one: the device serves first in, first out. */
    @AfterEach
    void end() {
        authorities.areAtWork();
        await().atMost(PATIENCE)
                .until(() -> count("select count(*) from receipt_job where state in ('OPEN', 'STOCK')") == 0);
        events.close();
    }

    ComplianceEvent awaitEvent(Journey journey, ComplianceChange change) {
        return events.awaitOne(
                ComplianceEvent.class,
                event -> event.getBookingId().equals(journey.bookingId()) && event.getChange() == change);
    }

    /** All changes of the journey so far, after everything before has been worked off; their sequence has no gap. */
    List<ComplianceChange> changesOf(Journey journey) {
        Journey last = Journey.of(BookingKind.RIDE);
        last.isPaid();
        awaitEvent(last, ComplianceChange.RECEIPT_ISSUED);
        List<ComplianceEvent> all = events.listFor(journey.bookingId(), ComplianceEvent.class);
        for (int place = 0; place < all.size(); place++) {
            assertThat(all.get(place).getMetadata().getSequence()).isEqualTo(place + 1L);
        }
        return all.stream().map(ComplianceEvent::getChange).toList();
    }

    long count(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
