package rw.ishemalink.booking.sync;

import java.util.List;
import java.util.UUID;
import rw.ishemalink.kit.problem.Problem.FieldError;

/** One action of a batch as it was read. */
public sealed interface Arrival {

    UUID syncId();

    /**
     * Fit for the queue.
     *
     * @param json the document that the queue keeps
     * @param fingerprint tells it from another action under the same sync id
     */
    record Accepted(SyncAction action, String json, String fingerprint) implements Arrival {

        @Override
        public UUID syncId() {
            return action.syncId();
        }

        /** Never the document: it holds personal data. */
        @Override
        public String toString() {
            return "Accepted[" + action.kind() + ", " + syncId() + "]";
        }
    }

    /** To be mended and sent again; nothing of it is kept. */
    record Rejected(UUID syncId, Reason reason, List<FieldError> errors) implements Arrival {

        public Rejected {
            errors = List.copyOf(errors);
        }
    }
}
