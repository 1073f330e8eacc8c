package rw.ishemalink.compliance.story;

import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
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

    /** The platform's device, among those of the tenants. */
    static final String OURS = "where tin = '999900001'";

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

    /**
     * What a story leaves open would stand before the next one: the device serves first in, first out, and the one
     * question that the register's breaker lets through may be an old one.
     */
    @AfterEach
    void end() {
        events.close();
        authorities.areAtWork();
        await().until(() -> receiptsAreDone() && dispatchesAreDecided() && driversAreChecked());
    }

    /** A driver whom the service knows already: news of drivers and of bookings come on topics of their own. */
    Driver onboardedDriver() {
        Driver driver = Driver.independent();
        awaitHandled(driver.tells(Driver.FAR_AWAY, 1));
        return driver;
    }

    void awaitHandled(UUID eventId) {
        await().until(() -> count("select count(*) from inbox where event_id = '" + eventId + "'") == 1);
    }

    ComplianceEvent awaitEvent(Journey journey, ComplianceChange change) {
        return events.awaitOne(
                ComplianceEvent.class,
                event -> event.getBookingId().equals(journey.bookingId()) && event.getChange() == change);
    }

    /** All changes of the journey so far, after everything before has been worked off; their sequence has no gap. */
    List<ComplianceChange> changesOf(Journey journey) {
        awaitHandled(journey.tellsOldNews());
        awaitReceiptAndDecisionOfAnother();
        await().until(() -> receiptsAreDone() && nobodyDecidesAbout(journey) && everythingIsHeardOf(journey));
        List<ComplianceEvent> all = heardOf(journey);
        for (int place = 0; place < all.size(); place++) {
            assertThat(all.get(place).getMetadata().getSequence()).isEqualTo(place + 1L);
        }
        return all.stream().map(ComplianceEvent::getChange).toList();
    }

    /** Receipts and decisions are made in the order in which they were asked for. */
    private void awaitReceiptAndDecisionOfAnother() {
        Journey another = Journey.of(BookingKind.RIDE);
        another.isPaid();
        another.asksFor(Driver.independent());
        awaitEvent(another, ComplianceChange.RECEIPT_ISSUED);
        events.awaitOne(
                ComplianceEvent.class,
                event -> event.getBookingId().equals(another.bookingId()) && event.getDecision() != null);
    }

    /** Somebody else holds the device, as it stands after a sale: what is asked for meanwhile becomes one page. */
    void holdTheDevice() {
        Journey first = Journey.of(BookingKind.RIDE);
        first.isPaid();
        awaitEvent(first, ComplianceChange.RECEIPT_ISSUED);
        await().until(() -> receiptsAreDone() && nobodyHoldsTheDevice());
        jdbi.useHandle(sql -> sql.execute("update fiscal_device set claim_token = gen_random_uuid(),"
                + " claimed_until = now() + interval '1 hour', last_total = last_sale_receipt " + OURS));
    }

    /** A dead owner's claim ends by itself; a test need not wait so long. */
    void letTheDeviceGo() {
        jdbi.useHandle(sql -> sql.execute("update fiscal_device set claimed_until = now() " + OURS));
    }

    private boolean nobodyHoldsTheDevice() {
        return count("select count(*) from fiscal_device " + OURS + " and claim_token is not null") == 0;
    }

    /** The device has given no answer for so long; it is away, and a call to it has found that out. */
    void deviceHasBeenSilentFor(String interval) {
        await().until(() -> count("select count(*) from fiscal_device " + OURS + " and silent_since is not null") == 1);
        jdbi.useHandle(sql ->
                sql.execute("update fiscal_device set silent_since = now() - cast(? as interval) " + OURS, interval));
    }

    void awaitParked(Journey journey) {
        await().until(() -> count("select count(*) from receipt_job where state = 'PARKED' and booking_id = '"
                        + journey.bookingId() + "'")
                == 1);
    }

    boolean receiptsAreDone() {
        return count("select count(*) from receipt_job where state in ('OPEN', 'STOCK')") == 0;
    }

    /** A booking that is not, or no longer, paid is nobody's work. */
    private boolean dispatchesAreDecided() {
        return count("select count(*) from dispatch_request r join case_file c using (booking_id)"
                        + " where r.state = 'OPEN' and c.status = 'PAID'")
                == 0;
    }

    private boolean driversAreChecked() {
        return count("select count(*) from driver_check where wanted") == 0;
    }

    private boolean nobodyDecidesAbout(Journey journey) {
        return count("select count(*) from dispatch_request where state = 'OPEN' and claim_token is not null"
                        + " and booking_id = '" + journey.bookingId() + "'")
                == 0;
    }

    private boolean everythingIsHeardOf(Journey journey) {
        return count("select event_sequence from case_file where booking_id = '" + journey.bookingId() + "'")
                == heardOf(journey).size();
    }

    private List<ComplianceEvent> heardOf(Journey journey) {
        return events.listFor(journey.bookingId(), ComplianceEvent.class);
    }

    long count(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
