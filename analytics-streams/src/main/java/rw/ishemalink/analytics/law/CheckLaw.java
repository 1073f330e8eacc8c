package rw.ishemalink.analytics.law;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.facts.Told;
import rw.ishemalink.analytics.store.CountedUpTo;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.streams.ObjectStore;

/** Keeps the dossiers and records what is certain. A proof that comes after all withdraws the violation. */
final class CheckLaw implements Processor<String, Heard, String, Told> {

    static final Duration REVIEW_EVERY = Duration.ofSeconds(1);

    private static final Logger LOG = Logger.getLogger(CheckLaw.class);

    private @Nullable ProcessorContext<String, Told> context;
    private @Nullable ObjectStore<String, Dossier> dossiers;
    private @Nullable KeyValueStore<String, Long> waiting;
    private @Nullable ObjectStore<String, Violation> violations;
    private @Nullable ObjectStore<String, Long> progress;
    private @Nullable ClosedDossiers closed;
    private @Nullable CountedUpTo upTo;

    @Override
    public void init(ProcessorContext<String, Told> started) {
        context = started;
        dossiers = started.getStateStore(LawStream.DOSSIERS);
        waiting = started.getStateStore(LawStream.WAITING);
        violations = started.getStateStore(LawStream.VIOLATIONS);
        progress = started.getStateStore(LawStream.PROGRESS);
        closed = new ClosedDossiers(started.getStateStore(LawStream.REVIEWS), Objects.requireNonNull(dossiers));
        upTo = CountedUpTo.of(started, LawStream.JUDGED_UP_TO);
        var unused = started.schedule(REVIEW_EVERY, PunctuationType.WALL_CLOCK_TIME, this::review);
    }

    @Override
    public void process(Record<String, Heard> event) {
        Heard heard = event.value();
        advance(heard.topic(), event.timestamp());
        for (Fact fact : heard.facts()) {
            take(heard, fact, event.timestamp());
        }
        if (heard.topic() == Topics.BOOKING_EVENTS) {
            Objects.requireNonNull(upTo).advance(event.timestamp());
        }
    }

    private void take(Heard heard, Fact fact, long eventMillis) {
        var all = Objects.requireNonNull(dossiers);
        String key = heard.bookingId().toString();
        Dossier known = all.find(key).orElse(null);
        if (known == null) {
            Objects.requireNonNull(closed).reviewLater(key, eventMillis);
        }
        Dossier before = known == null ? Dossier.open(heard.tenant()) : known;
        if (!before.knows(fact)) {
            Dossier after = before.with(fact);
            all.put(key, after);
            judge(heard.bookingId(), after);
        }
    }

    private void judge(UUID bookingId, Dossier dossier) {
        if (!dossier.isWhole()) {
            // What an earlier generation found stays: it had the whole.
            return;
        }
        Map<LawRule, Breach> breaches = Judgement.of(dossier);
        Court court = new Court(
                readUpTo(), Instant.ofEpochMilli(Objects.requireNonNull(context).currentSystemTimeMs()));
        for (LawRule rule : LawRule.values()) {
            Breach breach = breaches.get(rule);
            if (breach == null) {
                acquit(dossier, bookingId, rule);
            } else {
                accuse(court, breach, Violation.of(dossier.tenant(), bookingId, breach));
            }
        }
    }

    private void accuse(Court court, Breach breach, Violation violation) {
        var since = Objects.requireNonNull(waiting);
        String key = waitingKey(violation.bookingId(), breach.rule());
        Long waitsSince = since.get(key);
        Instant heardAt = waitsSince == null ? court.now() : Instant.ofEpochMilli(waitsSince);
        if (!court.isCertain(breach, heardAt)) {
            since.putIfAbsent(key, heardAt.toEpochMilli());
        } else if (Objects.requireNonNull(violations).find(violation.key()).isEmpty()) {
            Objects.requireNonNull(violations).put(violation.key(), violation);
            since.delete(key);
            tell(violation, true);
            LOG.errorf(
                    "booking %s broke %s with %s (event %d)",
                    violation.bookingId(), violation.rule(), violation.step(), violation.sequence());
        }
    }

    private void acquit(Dossier dossier, UUID bookingId, LawRule rule) {
        var since = Objects.requireNonNull(waiting);
        var found = Objects.requireNonNull(violations);
        // Both are in memory and know how much they have; nearly always that is nothing.
        if (since.approximateNumEntries() == 0 && found.isEmpty()) {
            return;
        }
        String waits = waitingKey(bookingId, rule);
        // A delete is written to Kafka even where there was nothing.
        if (since.get(waits) != null) {
            since.delete(waits);
        }
        found.find(Violation.key(dossier.tenant(), bookingId, rule.id()))
                // What an earlier generation found at a step that is not heard of yet stays until it is.
                .filter(violation -> dossier.judges(violation.sequence()))
                .ifPresent(this::withdraw);
    }

    private void withdraw(Violation violation) {
        Objects.requireNonNull(violations).delete(violation.key());
        tell(violation, false);
        LOG.warnf("booking %s did not break %s: the proof came late", violation.bookingId(), violation.rule());
    }

    private void tell(Violation violation, boolean broken) {
        Objects.requireNonNull(context)
                .forward(new Record<>(
                        violation.bookingId().toString(),
                        new Told.ByLaw(violation.tenant(), violation.told(), broken),
                        violation.happenedAt().toEpochMilli()));
    }

    private static String waitingKey(UUID bookingId, LawRule rule) {
        return bookingId + "|" + rule.name();
    }

    /** What waits is little: in a running system a proof is there before the step that needs it. */
    private void review(long nowMillis) {
        Set<String> due = new HashSet<>();
        try (KeyValueIterator<String, Long> all =
                Objects.requireNonNull(waiting).all()) {
            all.forEachRemaining(entry -> due.add(entry.key.substring(0, entry.key.indexOf('|'))));
        }
        for (String key : due) {
            Objects.requireNonNull(dossiers).find(key).ifPresent(dossier -> judge(UUID.fromString(key), dossier));
        }
        Objects.requireNonNull(closed).forget(readUpTo(Topics.BOOKING_EVENTS));
    }

    private void advance(Topics topic, long eventMillis) {
        var read = Objects.requireNonNull(progress);
        if (read.find(topic.name()).orElse(Long.MIN_VALUE) < eventMillis) {
            read.put(topic.name(), eventMillis);
        }
    }

    private Map<LawRule.Evidence, Instant> readUpTo() {
        Map<LawRule.Evidence, Instant> all = new EnumMap<>(LawRule.Evidence.class);
        all.put(LawRule.Evidence.BOOKING, readUpTo(Topics.BOOKING_EVENTS));
        all.put(LawRule.Evidence.PAYMENTS, readUpTo(Topics.PAYMENT_EVENTS));
        all.put(LawRule.Evidence.COMPLIANCE, readUpTo(Topics.COMPLIANCE_EVENTS));
        return all;
    }

    private Instant readUpTo(Topics topic) {
        return Objects.requireNonNull(progress)
                .find(topic.name())
                .map(Instant::ofEpochMilli)
                .orElse(Instant.EPOCH);
    }
}
