package rw.ishemalink.payment.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.config.SettlementConfig;
import rw.ishemalink.payment.ledger.store.SealStore;
import rw.ishemalink.payment.ledger.store.StatementStore;
import rw.ishemalink.payment.settlement.Run.Span;
import rw.ishemalink.payment.settlement.store.RunStore;
import rw.ishemalink.payment.settlement.store.RunStore.Due;

/** Opens the settlement of days that are over: which day it is, is for the database's clock to say. */
@ApplicationScoped
public class Opening {

    /** Days are days of Rwanda. */
    private static final ZoneId KIGALI = ZoneId.of("Africa/Kigali");

    private final RunStore runs;
    private final StatementStore statements;
    private final SealStore seals;
    private final SettlementConfig config;

    public Opening(RunStore runs, StatementStore statements, SealStore seals, SettlementConfig config) {
        this.runs = runs;
        this.statements = statements;
        this.seals = seals;
        this.config = config;
    }

    /** What a tenant's day came to be settled by. */
    public record Opened(Run run, boolean before) {}

    /** The day's run, opened now unless it was before; empty while the day is not over. */
    public Optional<Opened> open(Handle sql, String tenant, RunKind kind, LocalDate day, @Nullable UUID requestedBy) {
        if (!day.isBefore(runs.today(sql))) {
            return Optional.empty();
        }
        return Optional.of(runs.find(sql, tenant, kind, day)
                .map(run -> new Opened(run, true))
                .orElseGet(() -> opened(sql, tenant, kind, day, requestedBy)));
    }

    /**
     * No sealer is at work while the day's places are read. A seal of that day that is not yet visible would be missed; one
     * that comes later carries a later time.
     */
    private Opened opened(Handle sql, String tenant, RunKind kind, LocalDate day, @Nullable UUID requestedBy) {
        seals.keepSealersOut(sql);
        Span span = new Span(
                statements.lastSequenceBefore(sql, tenant, start(day)),
                statements.lastSequenceBefore(sql, tenant, start(day.plusDays(1))));
        boolean inserted = runs.insert(sql, tenant, kind, day, span, requestedBy);
        return new Opened(runs.find(sql, tenant, kind, day).orElseThrow(), !inserted);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(KIGALI).toInstant();
    }

    /** Opens a run that is due and that nobody opened; false when there is none. */
    public boolean openDue(Handle sql) {
        Optional<Due> due = runs.findDue(sql, config.startsAfter(), config.catchUpDays());
        due.ifPresent(one -> open(sql, one.tenant(), one.kind(), one.day(), null));
        return due.isPresent();
    }
}
