package rw.ishemalink.tracking.vehicle.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.testing.SuiteResource;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class ChangedRowsTest {

    private static final String INSERT =
            "insert into driver_vehicle (driver_id, tenant, vehicle_id, active, sequence) values (?, 'geo', ?, true, 1)";

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Jdbi jdbi;

    @Test
    void a_transaction_that_began_first_and_commits_last_is_not_missed() {
        ChangedRows<UUID> rows = new ChangedRows<>(
                unitOfWork, "driver_id", "driver_vehicle", (row, context) -> row.getObject("driver_id", UUID.class));
        UUID slow = UUID.randomUUID();
        UUID quick = UUID.randomUUID();
        try (Handle late = jdbi.open()) {
            late.begin();
            late.execute(INSERT, slow, UUID.randomUUID());
            jdbi.useHandle(sql -> sql.execute(INSERT, quick, UUID.randomUUID()));
            assertThat(rows.read()).contains(quick).doesNotContain(slow);
            late.commit();
        }
        assertThat(rows.read()).contains(slow);
        jdbi.useHandle(sql -> sql.execute("update driver_vehicle set active = false where driver_id = ?", quick));
        assertThat(rows.read()).as("who changes a row stamps it").contains(quick);
    }

    @Test
    void what_has_not_changed_is_not_read_again() {
        ChangedRows<UUID> rows = new ChangedRows<>(
                unitOfWork, "driver_id", "driver_vehicle", (row, context) -> row.getObject("driver_id", UUID.class));
        UUID known = UUID.randomUUID();
        jdbi.useHandle(sql -> sql.execute(INSERT, known, UUID.randomUUID()));
        assertThat(rows.read()).contains(known);
        // Transactions of other databases on the same server may still hold the mark back; they end.
        rw.ishemalink.kit.testing.Patience.await().until(() -> !rows.read().contains(known));
    }
}
