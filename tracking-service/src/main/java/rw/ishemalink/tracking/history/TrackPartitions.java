package rw.ishemalink.tracking.history;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.tracking.config.HistoryConfig;

/**
 * A partition for each day (UTC) of tracks, made when it is first needed and some days ahead, and dropped when all of it
 * is as old as tracks get. Tenants that are kept apart have a partition of each day of their own.
 */
@ApplicationScoped
public class TrackPartitions {

    /** How long it is kept where vehicles were. */
    public static final Period KEPT = Period.ofDays(30);

    /** Its line in docs/privacy.md. */
    public static final String ROW =
            "| where vehicles were | `track_segment` | %s | partitions dropped |".formatted(KEPT)
                    + " law 058/2021 art. 37 (no longer than needed); period ours |";

    /** As identity-service takes them; with the day before it a name that PostgreSQL keeps whole (63 characters). */
    private static final Pattern TENANT = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    private static final int DAYS_AHEAD = 3;
    private static final String PREFIX = "track_segment_";
    private static final long ADVISORY_LOCK = 0x747261636B73L; // "tracks"

    private static final String LIST = """
            select substring(c.relname from %d) from pg_inherits i join pg_class c on c.oid = i.inhrelid
             where i.inhparent = 'track_segment'::regclass""".formatted(PREFIX.length() + 1);

    private final UnitOfWork unitOfWork;
    private final Counter tooOld;
    private final Set<String> apart;
    private final Clock clock = Clock.systemUTC();
    private final ConcurrentSkipListSet<LocalDate> made = new ConcurrentSkipListSet<>();

    TrackPartitions(UnitOfWork unitOfWork, HistoryConfig config, MeterRegistry meters) {
        this.unitOfWork = unitOfWork;
        this.apart = checked(config.tenantsApart().orElse(Set.of()));
        this.tooOld = Counter.builder("ishema.tracking.history.too-old")
                .description("Fixes that came when what is as old had already been dropped")
                .register(meters);
        Gauge.builder("ishema.retention.oldest.seconds", this::oldestSeconds)
                .description("Age of the oldest row of a class that is to go some day")
                .tag("class", "where vehicles were")
                .register(meters);
    }

    private static Set<String> checked(Set<String> tenants) {
        tenants.stream().filter(tenant -> !TENANT.matcher(tenant).matches()).forEach(tenant -> {
            throw new IllegalArgumentException("ishema.tracking.history.tenants-apart: no tenant's code: " + tenant);
        });
        return tenants;
    }

    /** Those of the segments whose days are still kept; there are partitions for them then. */
    List<Segment> keepable(List<Segment> segments) {
        LocalDate oldest = oldest();
        List<Segment> kept = segments.stream()
                .filter(segment -> !dayOf(segment.fromAt()).isBefore(oldest))
                .toList();
        tooOld.increment(fixes(segments) - fixes(kept));
        Set<LocalDate> missing = new TreeSet<>();
        kept.forEach(segment -> missing.add(dayOf(segment.fromAt())));
        missing.removeAll(made);
        if (!missing.isEmpty()) {
            make(missing);
        }
        return kept;
    }

    /** Makes those of the next days and drops those that are over. */
    void tidy() {
        LocalDate today = LocalDate.now(clock);
        Set<LocalDate> ahead = new TreeSet<>();
        today.minusDays(2).datesUntil(today.plusDays(DAYS_AHEAD)).forEach(ahead::add);
        make(ahead);
        drop(oldest());
    }

    private void make(Set<LocalDate> days) {
        unitOfWork.run(tx -> {
            lock(tx.sql());
            List<LocalDate> there = list(tx.sql());
            days.stream().filter(day -> !there.contains(day)).forEach(day -> make(tx.sql(), day));
        });
        made.addAll(days);
    }

    private void make(Handle sql, LocalDate day) {
        String partition = "create table %s partition of track_segment for values from ('%sT00:00Z') to ('%sT00:00Z')"
                .formatted(name(day), day, day.plusDays(1));
        if (apart.isEmpty()) {
            sql.execute(partition);
            return;
        }
        sql.execute(partition + " partition by list (tenant)");
        sql.execute("create table %1$s_rest partition of %1$s default".formatted(name(day)));
        apart.forEach(tenant -> sql.execute("create table %1$s_%2$s partition of %1$s for values in ('%3$s')"
                .formatted(name(day), tenant.replace('-', '_'), tenant)));
    }

    /** Readers are waited for, but not for long: a partition that cannot be dropped now goes with the next look. */
    void drop(LocalDate oldest) {
        unitOfWork.run(tx -> {
            lock(tx.sql());
            tx.sql().execute("set local lock_timeout = '5s'");
            list(tx.sql()).stream().filter(day -> day.isBefore(oldest)).forEach(day -> tx.sql()
                    .execute("drop table " + name(day)));
        });
        made.headSet(oldest).clear();
    }

    /** The oldest day that is kept: the one before is as a whole older than tracks get. */
    private LocalDate oldest() {
        return LocalDate.now(clock).minus(KEPT);
    }

    private double oldestSeconds() {
        return made.isEmpty()
                ? 0
                : clock.instant().getEpochSecond()
                        - made.first().atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }

    private static List<LocalDate> list(Handle sql) {
        return sql.createQuery(LIST).mapTo(String.class).list().stream()
                .map(day -> LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE))
                .toList();
    }

    private static void lock(Handle sql) {
        sql.createQuery("select pg_advisory_xact_lock(:lock)::text")
                .bind("lock", ADVISORY_LOCK)
                .mapTo(String.class)
                .findOne();
    }

    private static int fixes(List<Segment> segments) {
        return segments.stream().mapToInt(Segment::fixes).sum();
    }

    private static LocalDate dayOf(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    private static String name(LocalDate day) {
        return PREFIX + DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }
}
