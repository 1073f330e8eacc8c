package rw.ishemalink.kit.outbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rw.ishemalink.kit.testing.Patience.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.testing.Patience;

class GroupCommitTest {

    private final List<List<Integer>> batches = new CopyOnWriteArrayList<>();
    private final Semaphore door = new Semaphore(0);

    @Test
    void a_lone_row_is_written_at_once() {
        door.release();
        assertThat(group(Duration.ofMinutes(1)).write(7)).isEqualTo("wrote 7");
    }

    @Test
    void what_comes_while_a_batch_is_under_way_shares_the_next_and_each_gets_its_own_answer() throws Exception {
        GroupCommit<Integer, String> group = group(Duration.ofMinutes(1));
        CompletableFuture<String> first = writing(group, 0);
        await().until(() -> batches.size() == 1);
        List<CompletableFuture<String>> others = IntStream.rangeClosed(1, 50)
                .mapToObj(row -> writing(group, row))
                .toList();
        await().until(() -> group.countWaiting() == 50);
        door.release(2);
        assertThat(first.get()).isEqualTo("wrote 0");
        for (int row = 1; row <= 50; row++) {
            assertThat(others.get(row - 1).get()).isEqualTo("wrote " + row);
        }
        assertThat(batches).hasSize(2);
    }

    @Test
    void a_faulty_row_fails_alone() throws Exception {
        GroupCommit<Integer, String> group = group(Duration.ofMinutes(1));
        CompletableFuture<String> first = writing(group, 0);
        await().until(() -> batches.size() == 1);
        CompletableFuture<String> faulty = writing(group, -1);
        CompletableFuture<String> sound = writing(group, 1);
        await().until(() -> group.countWaiting() == 2);
        door.release(10);
        assertThat(first.get()).isEqualTo("wrote 0");
        assertThat(sound.get()).isEqualTo("wrote 1");
        assertThatThrownBy(faulty::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void while_the_database_is_away_nobody_is_tried_one_by_one() throws Exception {
        GroupCommit<Integer, String> group = group(Duration.ofMinutes(1));
        CompletableFuture<String> first = writing(group, 0);
        await().until(() -> batches.size() == 1);
        CompletableFuture<String> one = writing(group, -2);
        CompletableFuture<String> other = writing(group, -2);
        await().until(() -> group.countWaiting() == 2);
        door.release(10);
        for (CompletableFuture<String> refused : List.of(one, other)) {
            assertThatThrownBy(refused::get).hasCauseInstanceOf(ConnectionException.class);
        }
        assertThat(first.get()).isEqualTo("wrote 0");
        assertThat(batches).hasSize(2);
    }

    @Test
    void a_row_does_not_wait_for_ever_and_is_not_written_after_it_was_given_up() {
        GroupCommit<Integer, String> group = group(Duration.ofMillis(50));
        await().until(() -> {
            var unused = writing(group, 1);
            return !batches.isEmpty();
        });
        assertThatThrownBy(() -> group.write(2)).isInstanceOf(ConnectionException.class);
        door.release(1_000_000);
        assertThat(await().until(
                                () -> writing(group, 3), answer -> answer.handle((done, e) -> done != null && e == null)
                                        .join()))
                .isCompletedWithValue("wrote 3");
        assertThat(batches).noneMatch(rows -> rows.contains(2));
    }

    private GroupCommit<Integer, String> group(Duration patience) {
        return new GroupCommit<>("test", this::write, patience);
    }

    private static CompletableFuture<String> writing(GroupCommit<Integer, String> group, int row) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                answer.complete(group.write(row));
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer.orTimeout(Patience.LIMIT.toSeconds(), SECONDS);
    }

    /** -1 is a fault of the row's own, -2 the database's. */
    private List<String> write(List<Integer> rows) {
        batches.add(rows);
        door.acquireUninterruptibly();
        if (rows.contains(-1)) {
            throw new IllegalArgumentException("no such row");
        }
        if (rows.contains(-2)) {
            throw new ConnectionException(new SQLException("gone", "08006"));
        }
        return rows.stream().map(row -> "wrote " + row).toList();
    }
}
