package rw.ishemalink.booking.sync.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.booking.config.SyncConfig;
import rw.ishemalink.booking.sync.TokenLevel;

/** The cell's bucket in the database, shared by all instances; the database's clock fills it. */
@ApplicationScoped
public class TokenBucket {

    private static final String CREATE = """
            insert into sync_drain (cell, tokens, refilled_at) values (:cell, :burst, now()) on conflict do nothing""";

    private static final String LEVEL = """
            select tokens, extract(epoch from clock_timestamp() - refilled_at) * 1000 as passed_millis
            from sync_drain where cell = :cell""";

    private static final String ANYTHING_DUE = """
            select exists (select from sync_action where state in ('QUEUED', 'WAITING') and next_try_at <= now())""";

    private final String cell;
    private final int perMinute;
    private final int burst;

    @Inject
    TokenBucket(SyncConfig config) {
        this(config.cell(), config.perMinute(), config.burst());
    }

    TokenBucket(String cell, int perMinute, int burst) {
        this.cell = cell;
        this.perMinute = perMinute;
        this.burst = burst;
    }

    /** Up to that many tokens if there is something to do; none otherwise. */
    public int take(Handle sql, int wanted) {
        if (!sql.createQuery(ANYTHING_DUE).mapTo(Boolean.class).one()) {
            return 0;
        }
        TokenLevel level = find(sql, " for no key update").orElseGet(() -> create(sql));
        int granted = level.grant(wanted);
        set(sql, level.minus(granted));
        return granted;
    }

    /** Puts back what was not used. */
    public void giveBack(Handle sql, int unused) {
        find(sql, " for no key update").ifPresent(level -> set(sql, new TokenLevel(level.tokens() + unused)));
    }

    /** How many there are now. */
    public double level(Handle sql) {
        return find(sql, "").map(TokenLevel::tokens).orElse((double) burst);
    }

    private TokenLevel create(Handle sql) {
        sql.createUpdate(CREATE).bind("cell", cell).bind("burst", burst).execute();
        return find(sql, " for no key update").orElseThrow();
    }

    private Optional<TokenLevel> find(Handle sql, String lock) {
        return sql.createQuery(LEVEL + lock)
                .bind("cell", cell)
                .map((row, _) -> new TokenLevel(row.getDouble("tokens"))
                        .refilled(Duration.ofMillis(row.getLong("passed_millis")), perMinute, burst))
                .findOne();
    }

    private void set(Handle sql, TokenLevel level) {
        sql.createUpdate("update sync_drain set tokens = :tokens, refilled_at = clock_timestamp() where cell = :cell")
                .bind("tokens", level.tokens())
                .bind("cell", cell)
                .execute();
    }
}
