package rw.ishemalink.tracking.position.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final Turns turns = new Turns();
    private final List<String> sent = new ArrayList<>();

    @Test
    void answers_go_out_in_the_order_of_their_messages_whatever_order_they_are_ready_in() {
        CompletableFuture<String> first = new CompletableFuture<>();
        CompletableFuture<String> second = new CompletableFuture<>();
        CompletableFuture<String> third = new CompletableFuture<>();
        List.of(first, second, third).forEach(this::expect);
        assertThat(turns.waiting()).isEqualTo(3);
        third.complete("third");
        second.complete("second");
        assertThat(sent).isEmpty();
        first.complete("first");
        assertThat(sent).containsExactly("first", "second", "third");
        assertThat(turns.waiting()).isZero();
    }

    @Test
    void an_answer_that_cannot_be_sent_does_not_stop_the_next() {
        CompletionStage<Void> lost = expect(CompletableFuture.failedFuture(new IllegalStateException("gone")));
        expect(CompletableFuture.completedFuture("next"));
        assertThat(lost.toCompletableFuture()).isCompletedExceptionally();
        assertThat(sent).containsExactly("next");
        assertThat(turns.waiting()).isZero();
    }

    @Test
    void numbers_go_up_by_one() {
        assertThat(turns.begin()).isEqualTo(1);
        assertThat(turns.begin()).isEqualTo(2);
    }

    private CompletionStage<Void> expect(CompletableFuture<String> answer) {
        assertThat(turns.begin()).isPositive();
        return turns.end(answer, text -> {
            sent.add(text);
            return CompletableFuture.completedStage(null);
        });
    }
}
