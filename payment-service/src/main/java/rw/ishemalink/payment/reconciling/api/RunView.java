package rw.ishemalink.payment.reconciling.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.reconciling.Run;
import rw.ishemalink.payment.reconciling.Run.Counts;

/**
 * The comparison of a provider's day.
 *
 * @param status DUE, ASKED (waits for the provider's answers about what is undecided here) or DONE
 * @param requestedBy who wanted it last; absent: only the timer
 * @param nextAt when it goes on; absent once it is done
 * @param problem why the last try failed
 * @param counts what came of it; counted anew when a day that was done is compared again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunView(
        Provider provider,
        LocalDate day,
        Run.Status status,
        @Nullable UUID requestedBy,
        @Nullable Instant nextAt,
        int tries,
        @Nullable String problem,
        Counts counts,
        @Nullable Instant doneAt) {

    static RunView of(Run run) {
        return new RunView(
                run.provider(),
                run.day(),
                run.status(),
                run.requestedBy(),
                run.status() == Run.Status.DONE ? null : run.nextAt(),
                run.tries(),
                run.problem(),
                run.counts(),
                run.doneAt());
    }
}
