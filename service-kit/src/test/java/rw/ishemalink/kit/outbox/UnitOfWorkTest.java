package rw.ishemalink.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.testing.SuiteResource;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class UnitOfWorkTest {

    private static final String REMEMBER = "insert into inbox (event_id) values (?)";

    @Inject
    UnitOfWork unitOfWork;

    private final UUID id = UUID.randomUUID();
    private final List<String> done = new ArrayList<>();

    @Test
    void what_is_to_be_done_after_the_commit_sees_it() {
        unitOfWork.run(tx -> {
            tx.afterCommit(() -> done.add("committed: " + isRemembered()));
            tx.sql().execute(REMEMBER, id);
            done.add("working");
        });
        assertThat(done).containsExactly("working", "committed: true");
    }

    @Test
    void after_a_rollback_nothing_is_done() {
        assertThatThrownBy(() -> unitOfWork.run(tx -> {
                    tx.sql().execute(REMEMBER, id);
                    tx.afterCommit(() -> done.add("committed"));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(done).isEmpty();
        assertThat(isRemembered()).isFalse();
    }

    @Test
    void rows_left_to_the_end_are_written_together_in_their_order_and_anew_in_each_transaction() {
        List<List<String>> written = new ArrayList<>();
        RowsTogether<String> together = new RowsTogether<>((_, rows) -> written.add(rows));
        unitOfWork.run(tx -> {
            together.add(tx, "first");
            together.add(tx, "second");
            assertThat(written).isEmpty();
        });
        unitOfWork.run(tx -> together.add(tx, "third"));
        unitOfWork.run(tx -> {});
        assertThat(written).containsExactly(List.of("first", "second"), List.of("third"));
    }

    @Test
    void rows_left_to_the_end_fall_with_the_rest_and_the_rest_with_them() {
        RowsTogether<UUID> together =
                new RowsTogether<>((sql, rows) -> rows.forEach(row -> sql.execute(REMEMBER, row)));
        assertThatThrownBy(() -> unitOfWork.run(tx -> {
                    together.add(tx, id);
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(isRemembered()).isFalse();
        RowsTogether<UUID> failing = new RowsTogether<>((_, _) -> {
            throw new IllegalStateException("not written");
        });
        assertThatThrownBy(() -> unitOfWork.run(tx -> {
                    tx.sql().execute(REMEMBER, id);
                    failing.add(tx, id);
                }))
                .hasMessage("not written");
        assertThat(isRemembered()).isFalse();
    }

    private boolean isRemembered() {
        return unitOfWork.read(sql -> sql.createQuery("select exists (select from inbox where event_id = ?)")
                .bind(0, id)
                .mapTo(Boolean.class)
                .one());
    }
}
