package rw.ishemalink.kit.privacy;

import io.quarkus.arc.All;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.privacy.PrivacyAnswer;

/**
 * Does what a person asked for, as far as this service goes, and answers on privacy.answers. An erasure that something
 * stands against waits: the first answer says why, a later one that it was done.
 */
@ApplicationScoped
@IfBuildProperty(name = "ishema.database", stringValue = "true", enableIfMissing = true)
public class PrivacyDesk {

    private static final Logger LOG = Logger.getLogger(PrivacyDesk.class);
    private static final int SWEPT_AT_ONCE = 50;

    private final UnitOfWork work;
    private final PrivacyConfig config;
    private final List<PersonalData> data;
    private final String service;

    PrivacyDesk(
            UnitOfWork work,
            PrivacyConfig config,
            @All List<PersonalData> data,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.work = work;
        this.config = config;
        this.data = data;
        this.service = service;
    }

    /** Takes a request; one that was done before is answered again, since whoever asks again has not heard. */
    void take(Tx tx, UUID requestId, String tenant, UUID personId, PrivacyTask.Wish wish) {
        PrivacyTask task = PrivacyTaskStore.keep(tx.sql(), requestId, tenant, personId, wish);
        if (task.done()) {
            answer(tx, task, PrivacyTaskStore.outcome(tx.sql(), task));
        } else {
            attempt(tx, task);
        }
    }

    /** Tries one erasure that waits; false when none is due. One that fails waits again, so that it holds up no other. */
    boolean tryOne() {
        Optional<UUID> due = work.read(PrivacyTaskStore::findDue);
        due.ifPresent(this::attempt);
        return due.isPresent();
    }

    /** Forgets again those of whom something may have come late; how many were looked after. One that fails waits for the next round. */
    int sweep() {
        List<PrivacyTaskStore.Erased> erased = work.call(
                tx -> PrivacyTaskStore.takeToSweep(tx.sql(), config.sweep(), config.lateness(), SWEPT_AT_ONCE));
        erased.forEach(it -> {
            try {
                work.run(tx -> data.forEach(one -> one.erase(tx, it.tenant(), it.personId())));
            } catch (RuntimeException e) {
                LOG.warnf(
                        "person %s cannot be forgotten again, trying later: %s",
                        it.personId(), e.getClass().getSimpleName());
            }
        });
        return erased.size();
    }

    private void attempt(UUID requestId) {
        try {
            work.run(tx -> PrivacyTaskStore.findWaiting(tx.sql(), requestId).ifPresent(task -> attempt(tx, task)));
        } catch (RuntimeException e) {
            work.run(tx -> PrivacyTaskStore.pushBack(tx.sql(), requestId, config.pause()));
            LOG.warnf(
                    "request %s failed, trying later: %s",
                    requestId, e.getClass().getSimpleName());
        }
    }

    private void attempt(Tx tx, PrivacyTask task) {
        switch (task.wish()) {
            case EXPORT -> finish(tx, task, Erasure.of(count(tx.sql(), task)));
            case ERASE ->
                findObstacle(tx.sql(), task)
                        .ifPresentOrElse(because -> postpone(tx, task, because), () -> erase(tx, task));
        }
    }

    private Optional<String> findObstacle(Handle sql, PrivacyTask task) {
        return data.stream()
                .flatMap(it -> it.findObstacle(sql, task.tenant(), task.personId()).stream())
                .findFirst();
    }

    private void postpone(Tx tx, PrivacyTask task, String because) {
        if (PrivacyTaskStore.postpone(tx.sql(), task, because, config.pause())) {
            tx.publish(
                    Topics.PRIVACY_ANSWERS,
                    task.personId(),
                    answer(tx, task).setRecords(0).setPostponedBecause(because).build());
        }
    }

    private void erase(Tx tx, PrivacyTask task) {
        PrivacyTaskStore.bury(tx.sql(), task);
        List<Erasure> outcomes = data.stream()
                .map(it -> it.erase(tx, task.tenant(), task.personId()))
                .toList();
        finish(
                tx,
                task,
                new Erasure(
                        outcomes.stream().mapToLong(Erasure::records).sum(),
                        outcomes.stream().mapToLong(Erasure::kept).sum(),
                        outcomes.stream()
                                .flatMap(it -> it.keptBecause().stream())
                                .findFirst()));
    }

    private long count(Handle sql, PrivacyTask task) {
        return data.stream()
                .flatMap(it -> it.sets().stream())
                .mapToLong(set -> PersonalCopy.count(sql, set, task.tenant(), task.personId()))
                .sum();
    }

    private void finish(Tx tx, PrivacyTask task, Erasure outcome) {
        PrivacyTaskStore.done(tx.sql(), task, outcome);
        answer(tx, task, outcome);
    }

    private void answer(Tx tx, PrivacyTask task, Erasure outcome) {
        tx.publish(
                Topics.PRIVACY_ANSWERS,
                task.personId(),
                answer(tx, task)
                        .setRecords(outcome.records())
                        .setKept(outcome.kept())
                        .setKeptBecause(outcome.keptBecause().orElse(null))
                        .build());
    }

    private PrivacyAnswer.Builder answer(Tx tx, PrivacyTask task) {
        return PrivacyAnswer.newBuilder()
                .setMetadata(tx.metadata(task.tenant(), PrivacyTaskStore.nextAnswer(tx.sql(), task)))
                .setRequestId(task.requestId())
                .setPersonId(task.personId())
                .setService(service);
    }
}
