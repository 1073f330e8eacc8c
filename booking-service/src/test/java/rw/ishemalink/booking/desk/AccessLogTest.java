package rw.ishemalink.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rw.ishemalink.booking.testing.Journeys;
import rw.ishemalink.booking.testing.Someone;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;

/** Whoever sees somebody else's booking is on record before the answer; who sees the own one is not. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class AccessLogTest {

    private static final int LISTED = 50;

    @Inject
    UnitOfWork unitOfWork;

    private final Someone sender = Someone.sender();

    @Test
    void a_dispatchers_look_is_on_record_and_the_senders_own_is_not() {
        UUID booking = sender.books(Journeys.RIDE);
        sender.looksAt(booking).statusCode(200);
        sender.gets("/api/bookings").statusCode(200);
        assertThat(countRecords(sender.id())).isZero();

        Someone.with(Role.DISPATCHER).looksAt(booking).statusCode(200);
        assertThat(countRecords(sender.id())).isEqualTo(1);
        Someone.with(Role.DISPATCHER)
                .gets("/api/bookings/{id}/history", booking)
                .statusCode(200);
        assertThat(countRecords(sender.id())).isEqualTo(2);
    }

    @Test
    void who_may_not_see_it_leaves_no_record() {
        UUID booking = sender.books(Journeys.RIDE);
        Someone.sender().looksAt(booking).statusCode(404);
        assertThat(countRecords(sender.id())).isZero();
    }

    @Test
    void an_inspectors_look_at_an_export_is_on_record() {
        UUID export = sender.books(Journeys.COFFEE);
        Someone.with(Role.CUSTOMS_INSPECTOR).looksAt(export).statusCode(200);
        assertThat(countRecords(sender.id())).isEqualTo(1);
    }

    @Test
    void a_list_of_fifty_bookings_costs_one_statement() {
        String tenant = "t" + UUID.randomUUID();
        Someone local = Someone.sender(tenant);
        for (int i = 0; i < LISTED; i++) {
            local.books(Journeys.RIDE);
        }
        UUID viewer = UUID.randomUUID();
        new Someone(
                        viewer,
                        TestToken.of(Role.DISPATCHER)
                                .person(viewer)
                                .tenant(tenant)
                                .sign())
                .gets("/api/bookings?limit=" + LISTED)
                .statusCode(200)
                .body("items", hasSize(LISTED));
        assertThat(countRecords(local.id())).isEqualTo(LISTED);
        assertThat(count("count(distinct xid)", local.id())).isEqualTo(1);
    }

    private long countRecords(UUID subject) {
        return count("count(*)", subject);
    }

    private long count(String what, UUID subject) {
        return unitOfWork.read(sql -> sql.createQuery(
                        "select " + what + " from outbox where topic = 'access.records' and key = :subject")
                .bind("subject", subject)
                .mapTo(Long.class)
                .one());
    }
}
