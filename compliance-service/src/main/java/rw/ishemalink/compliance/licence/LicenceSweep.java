package rw.ishemalink.compliance.licence;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.compliance.licence.LicenceAnswer.OnRecord;
import rw.ishemalink.compliance.licence.Notice.Standing;
import rw.ishemalink.compliance.licence.Notice.Told;
import rw.ishemalink.compliance.licence.store.FlagStore;
import rw.ishemalink.compliance.licence.store.LicenceWords;
import rw.ishemalink.compliance.licence.store.SweepStore;
import rw.ishemalink.compliance.work.WorkLoop;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;

/**
 * Tells of licences: what is new, what ends soon, what is good no more. Invariant: what was told is noted in the
 * transaction that tells it, under the row's lock, so that of two instances one tells it, once.
 */
@ApplicationScoped
public class LicenceSweep {

    private static final Comparator<Watched> BY_HOLDER =
            Comparator.comparing(Watched::holderId, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final UnitOfWork unitOfWork;
    private final SweepStore store;
    private final FlagStore flags;
    private final LicenceEvents events;
    private final HolderNews holders;
    private final LicenceClock clock;
    private final Precedence precedence;
    private final int pageSize;
    private final WorkLoop loop;

    LicenceSweep(
            UnitOfWork unitOfWork,
            SweepStore store,
            FlagStore flags,
            LicenceEvents events,
            HolderNews holders,
            LicenceClock clock,
            LicenceWords words,
            ComplianceConfig config) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.flags = flags;
        this.events = events;
        this.holders = holders;
        this.clock = clock;
        this.precedence = words.precedence();
        this.pageSize = config.licences().pageSize();
        this.loop = new WorkLoop("licence-sweep", config.licences().sweepEvery(), this::step);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    /** There is news of a licence. */
    public void wake() {
        loop.wake();
    }

    /** Looks at one page of licences that are due; false when none is. */
    public boolean step() {
        return unitOfWork.call(tx -> {
            Instant now = clock.now();
            List<Watched> due = store.claim(tx.sql(), now, pageSize);
            // In one order, so that two instances that tell several holders do not wait for each other.
            due.stream().sorted(BY_HOLDER).forEach(watched -> look(tx, watched, now));
            return !due.isEmpty();
        });
    }

    private void look(Tx tx, Watched watched, Instant now) {
        UUID holderId = watched.holderId();
        Optional<Licence> standing = precedence.findStanding(watched.words(), now).stream()
                .flatMap(word -> word.answer() instanceof OnRecord(var licence) ? Stream.of(licence) : Stream.empty())
                .findFirst();
        if (holderId == null || standing.isEmpty()) {
            store.save(tx.sql(), watched.licenceId(), watched.told(), nextLook(watched, null, now));
            return;
        }
        Licence licence = standing.get();
        LocalDate today = LicenceClock.dayOf(now);
        Told told = tellAll(tx, watched, holderId, licence, now);
        store.save(tx.sql(), watched.licenceId(), told, nextLook(watched, Notice.nextDay(licence, today), now));
    }

    private Told tellAll(Tx tx, Watched watched, UUID holderId, Licence licence, Instant now) {
        Told told = watched.told();
        LocalDate today = LicenceClock.dayOf(now);
        Notice notice = Notice.next(licence, told, today);
        while (notice != null) {
            tell(tx, watched, holderId, licence, notice, now);
            told = notice.after();
            notice = Notice.next(licence, told, today);
        }
        return told;
    }

    private void tell(Tx tx, Watched watched, UUID holderId, Licence licence, Notice notice, Instant now) {
        holders.hear(tx, HolderNews.News.of(watched, holderId, notice));
        Standing standing = notice.after().standing();
        switch (notice.change()) {
            case SUSPENDED, REVOKED, EXPIRED ->
                events.publish(
                        tx,
                        watched,
                        holderId,
                        licence,
                        notice,
                        flags.raise(tx.sql(), watched, holderId, standing, now));
            case REINSTATED -> {
                flags.settle(tx.sql(), watched.licenceId(), now);
                events.publish(tx, watched, holderId, licence, notice, List.of());
            }
            case RECORDED, EXPIRING -> events.publish(tx, watched, holderId, licence, notice, List.of());
        }
    }

    private @Nullable Instant nextLook(Watched watched, @Nullable LocalDate day, Instant now) {
        return Stream.concat(
                        Stream.ofNullable(day).map(LicenceClock::startOf),
                        precedence.findTurn(watched.words(), now).stream())
                .min(Instant::compareTo)
                .orElse(null);
    }
}
