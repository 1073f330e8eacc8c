package rw.ishemalink.compliance.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.compliance.report.store.EditionStore;
import rw.ishemalink.compliance.report.store.EditionStore.Stored;
import rw.ishemalink.compliance.report.store.MonthScope;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.reads.Reads;

/**
 * Gives reports out. Invariant: what was given out of a finished month stays as it was; when something of the month came
 * late, there is one revision more.
 */
@ApplicationScoped
public class Reports {

    private final UnitOfWork unitOfWork;
    private final Reads reads;
    private final Contents contents;
    private final EditionStore editions;
    private final Duration grace;

    Reports(UnitOfWork unitOfWork, Reads reads, Contents contents, EditionStore editions, ComplianceConfig config) {
        this.unitOfWork = unitOfWork;
        this.reads = reads;
        this.contents = contents;
        this.editions = editions;
        this.grace = config.bnr().countMonthAfter();
    }

    /** The report of the month as it stands: provisional while the month lasts, else its latest revision. */
    public Edition get(ReportKind kind, String tenant, YearMonth month) {
        return get(kind, tenant, month, Instant.now());
    }

    Edition get(ReportKind kind, String tenant, YearMonth month, Instant now) {
        MonthScope scope = new MonthScope(tenant, month);
        boolean finished = !scope.end().plus(grace).isAfter(now);
        return finished
                ? unitOfWork.call(tx -> freeze(tx.sql(), kind, scope))
                : reads.read(sql -> provisional(report(sql, kind, scope), now));
    }

    /** A revision that was given out before. */
    public Optional<Edition> find(ReportKind kind, String tenant, YearMonth month, int revision) {
        EditionStore.Key key = new EditionStore.Key(tenant, kind.path(), month.atDay(1));
        return unitOfWork.read(sql -> editions.find(sql, key, revision)).map(Reports::edition);
    }

    private Edition freeze(Handle sql, ReportKind kind, MonthScope scope) {
        EditionStore.Key key =
                new EditionStore.Key(scope.tenant(), kind.path(), scope.month().atDay(1));
        editions.lock(sql, key);
        Report report = report(sql, kind, scope);
        String factsSha256 = ReportJson.sha256(ReportJson.content(report.factsOnly()));
        Optional<Stored> latest = editions.findLatest(sql, key);
        if (latest.filter(stored -> stored.factsSha256().equals(factsSha256)).isPresent()) {
            return edition(latest.get());
        }
        int revision = latest.map(Stored::revision).orElse(0) + 1;
        String content = ReportJson.content(report);
        return edition(editions.add(sql, key, revision, factsSha256, ReportJson.sha256(content), content));
    }

    private Report report(Handle sql, ReportKind kind, MonthScope scope) {
        return new Report(kind, scope.tenant(), scope.month(), contents.list(sql, kind, scope));
    }

    private static Edition provisional(Report report, Instant now) {
        String content = ReportJson.content(report);
        return new Edition(report, 0, content, ReportJson.sha256(content), now.truncatedTo(ChronoUnit.SECONDS));
    }

    private static Edition edition(Stored stored) {
        return new Edition(
                ReportJson.read(stored.content()),
                stored.revision(),
                stored.content(),
                stored.sha256(),
                stored.madeAt().truncatedTo(ChronoUnit.SECONDS));
    }
}
