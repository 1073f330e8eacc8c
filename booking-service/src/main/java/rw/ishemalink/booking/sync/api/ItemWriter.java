package rw.ishemalink.booking.sync.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.sync.ActionResult;
import rw.ishemalink.booking.sync.Arrival.Rejected;
import rw.ishemalink.booking.sync.QueueView;
import rw.ishemalink.booking.sync.Reason;
import rw.ishemalink.booking.sync.StoredAction;
import rw.ishemalink.booking.sync.SyncState;
import rw.ishemalink.kit.problem.Problem;
import rw.ishemalink.kit.problem.Problem.FieldError;
import rw.ishemalink.kit.problem.ProblemTexts;

/**
 * Tells of actions in one language, with the queue as it was a moment ago.
 *
 * @param perMinute the queue's pace
 */
record ItemWriter(ProblemTexts texts, Locale language, QueueView view, int perMinute) {

    /** Mission, Offline: what comes later is done all the same, and marked. */
    private static final Duration LATE = Duration.ofDays(7);

    /** Of actions in the order of their arrival. */
    List<SyncItem> write(List<StoredAction> actions) {
        List<SyncItem> items = new ArrayList<>(actions.size());
        int newer = 0;
        for (StoredAction action : actions) {
            items.add(write(action, newer));
            boolean unknown = action.state() == SyncState.QUEUED && !view.knows(action.place());
            newer += unknown ? 1 : 0;
        }
        return items;
    }

    SyncItem write(Rejected rejected) {
        return new SyncItem(
                rejected.syncId(),
                SyncState.REFUSED,
                null,
                null,
                null,
                null,
                null,
                problem(rejected.reason(), rejected.errors()),
                null,
                null);
    }

    private SyncItem write(StoredAction action, int newer) {
        ActionResult result = action.result();
        Long turn = action.state() == SyncState.QUEUED ? view.turn(action.place(), newer) : null;
        return new SyncItem(
                action.syncId(),
                action.state(),
                result == null ? null : result.bookingId(),
                result == null ? null : result.status(),
                result == null ? null : result.trackingCode(),
                marked(result != null && result.already()),
                marked(action.clientTime().isBefore(action.receivedAt().minus(LATE))),
                problem(result == null ? null : result.reason(), List.of()),
                turn,
                turn == null ? null : view.estimateSeconds(turn, perMinute));
    }

    /** Said where it is so, absent elsewhere. */
    private static @Nullable Boolean marked(boolean so) {
        return so ? Boolean.TRUE : null;
    }

    private @Nullable Problem problem(@Nullable Reason reason, List<FieldError> errors) {
        return reason == null
                ? null
                : texts.problem(reason.status(), reason.code(), reason.arguments(), errors, language);
    }
}
