package rw.ishemalink.compliance.bnr;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import rw.ishemalink.compliance.bnr.store.MonthStore;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.compliance.feed.GovernmentFeeds;
import rw.ishemalink.compliance.work.WorkLoop;
import rw.ishemalink.kit.outbox.TimeOrderedId;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.gov.BnrMonth;

/** To the National Bank of Rwanda: each month's payments, counted and told in one transaction, so neither happens alone. */
@ApplicationScoped
public class MonthFeed {

    private final UnitOfWork unitOfWork;
    private final MonthStore months;
    private final GovernmentFeeds feeds;
    private final ComplianceConfig.Bnr config;
    private final WorkLoop loop;

    MonthFeed(UnitOfWork unitOfWork, MonthStore months, GovernmentFeeds feeds, ComplianceConfig config) {
        this.unitOfWork = unitOfWork;
        this.months = months;
        this.feeds = feeds;
        this.config = config.bnr();
        this.loop = new WorkLoop("bnr-months", this.config.countEvery(), this::step);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    /** Reports one month; false when none is due. */
    boolean step() {
        return unitOfWork.call(this::report);
    }

    /** Reports one month in the caller's transaction; false when none is due. */
    public boolean report(Tx tx) {
        var counted = months.countOne(tx.sql(), config.countMonthAfter());
        counted.ifPresent(count -> feeds.publish(tx, Topics.GOV_BNR_MONTHS, count.reportId(), event(count)));
        return counted.isPresent();
    }

    private static BnrMonth event(MonthCount count) {
        return BnrMonth.newBuilder()
                .setEventId(TimeOrderedId.next())
                .setReportId(count.reportId())
                .setTenant(count.tenant())
                .setMonth(count.month().toString())
                .setProvider(count.provider())
                .setRevision(count.revision())
                .setSuccesses(count.successes())
                .setSuccessesRwf(count.successesRwf())
                .setRefunds(count.refunds())
                .setRefundsRwf(count.refundsRwf())
                .setCountedAt(count.countedAt())
                .build();
    }
}
