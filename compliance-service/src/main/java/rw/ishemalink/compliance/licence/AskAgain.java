package rw.ishemalink.compliance.licence;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.compliance.licence.LicenceAnswer.NoAnswer;
import rw.ishemalink.compliance.licence.Word.Source;
import rw.ishemalink.compliance.licence.store.LicenceWords;
import rw.ishemalink.compliance.licence.store.LicenceWords.Behind;
import rw.ishemalink.compliance.licence.store.LicenceWords.Said;
import rw.ishemalink.compliance.licence.store.SweepStore;
import rw.ishemalink.compliance.licence.store.SweepStore.Taken;
import rw.ishemalink.compliance.work.WorkLoop;
import rw.ishemalink.kit.outbox.UnitOfWork;

/**
 * Asks the authority again, in mid-trip, for the licences of whoever has a booking under way: so a revocation is heard of
 * before the trip ends. No faster than a page for each pause. No answer changes nothing but that it is asked sooner again.
 */
@ApplicationScoped
public class AskAgain {

    private final UnitOfWork unitOfWork;
    private final SweepStore store;
    private final LicenceRegister register;
    private final LicenceWords words;
    private final LicenceSweep sweep;
    private final LicenceClock clock;
    private final ComplianceConfig.Licences config;
    private final List<LicenceKind> kinds;
    private final WorkLoop loop;

    AskAgain(
            UnitOfWork unitOfWork,
            SweepStore store,
            LicenceRegister register,
            LicenceWords words,
            LicenceSweep sweep,
            LicenceClock clock,
            ComplianceConfig config) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.register = register;
        this.words = words;
        this.sweep = sweep;
        this.clock = clock;
        this.config = config.licences();
        this.kinds = List.copyOf(config.rura().kinds());
        this.loop = new WorkLoop("licence-ask-again", this.config.askAgainPause(), this::step);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    /** Asks for one page. Always false: the pause after it is what keeps the pace. */
    boolean step() {
        Instant now = clock.now();
        List<Taken> taken = unitOfWork.call(
                tx -> store.take(tx.sql(), kinds, now.minus(config.askAgainEvery()), now, config.askAgainPage()));
        if (!taken.isEmpty()) {
            keep(taken, taken.stream().map(this::ask).toList(), now);
        }
        return false;
    }

    private Said ask(Taken one) {
        return new Said(one.tenant(), one.question(), one.holderId(), Source.REGISTER, register.ask(one.question()));
    }

    private void keep(List<Taken> taken, List<Said> said, Instant now) {
        List<UUID> silent = IntStream.range(0, taken.size())
                .filter(place -> said.get(place).answer() instanceof NoAnswer)
                .mapToObj(place -> taken.get(place).licenceId())
                .toList();
        Instant sooner = now.minus(config.askAgainEvery()).plus(config.askAgainAfterSilence());
        unitOfWork.run(tx -> {
            if (!words.say(tx.sql(), said, Behind.register(now)).isEmpty()) {
                tx.afterCommit(sweep::wake);
            }
            if (!silent.isEmpty()) {
                store.countAsAsked(tx.sql(), silent, sooner);
            }
        });
    }
}
