package rw.ishemalink.tracking.position.api;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Answers in the order of what they answer, each after the one before has been sent. Invariant: numbers go up by one, and
 * as many wait as there are messages without an answer.
 */
final class Turns {

    private CompletionStage<Void> last = CompletableFuture.completedStage(null);
    private long seq;
    private int waiting;

    /** The number of the message that has just come. */
    synchronized long begin() {
        waiting++;
        return ++seq;
    }

    /** How many messages have no answer yet. */
    synchronized int waiting() {
        return waiting;
    }

    /** Sends the answer when it is there and all before it are sent. */
    synchronized <A> CompletionStage<Void> end(CompletionStage<A> answer, Function<A, CompletionStage<Void>> send) {
        last = last.handle((_, _) -> answer)
                .thenCompose(Function.identity())
                .thenCompose(send)
                .whenComplete((_, _) -> sent());
        return last;
    }

    private synchronized void sent() {
        waiting--;
    }
}
