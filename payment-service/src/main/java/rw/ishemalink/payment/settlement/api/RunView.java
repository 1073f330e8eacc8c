package rw.ishemalink.payment.settlement.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.settlement.Run;
import rw.ishemalink.payment.settlement.RunKind;
import rw.ishemalink.payment.settlement.Settlements.Seen;
import rw.ishemalink.payment.settlement.Totals;

/**
 * The settlement of a day.
 *
 * @param day in Kigali
 * @param fromSequence the last place in the tenant's chain before the day
 * @param throughSequence its last place
 * @param requestedBy who asked for it; absent when the timer did
 * @param totals the lines added up that the caller may see, whole francs; absent in lists and of kind TENANT
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunView(
        UUID settlementId,
        RunKind kind,
        LocalDate day,
        Status status,
        long fromSequence,
        long throughSequence,
        @Nullable UUID requestedBy,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable Totals totals) {

    /** How far it is. */
    public enum Status {
        RUNNING,
        DONE
    }

    static RunView of(Run run) {
        return of(run, null);
    }

    static RunView of(Seen seen) {
        return of(seen.run(), seen.run().kind() == RunKind.OPERATOR_DRIVER ? seen.totals() : null);
    }

    private static RunView of(Run run, @Nullable Totals totals) {
        return new RunView(
                run.runId(),
                run.kind(),
                run.day(),
                run.done() ? Status.DONE : Status.RUNNING,
                run.span().from(),
                run.span().through(),
                run.requestedBy(),
                run.createdAt(),
                run.finishedAt(),
                totals);
    }
}
