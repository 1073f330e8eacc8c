package rw.ishemalink.backup.nightly;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import rw.ishemalink.backup.base.BaseBackup;
import rw.ishemalink.backup.catalog.BackupCatalog;
import rw.ishemalink.backup.catalog.Cluster;
import rw.ishemalink.backup.catalog.LogicalCatalog;
import rw.ishemalink.backup.figures.BackupState;
import rw.ishemalink.backup.figures.Figures;
import rw.ishemalink.backup.figures.FiguresEndpoint;
import rw.ishemalink.backup.logical.LogicalBackup;
import rw.ishemalink.backup.seal.Sealer;
import rw.ishemalink.backup.source.Source;
import rw.ishemalink.backup.store.S3Store;
import rw.ishemalink.backup.store.StoreAccess;
import rw.ishemalink.backup.wal.ArchiveMode;
import rw.ishemalink.backup.wal.WalArchive;
import rw.ishemalink.backup.wal.WalReceiver;

/** Runs the archive until the process is told to end. All settings come from the environment: README.md. */
public final class ArchiveMain {

    private static final long LOOK_MINUTES = 5;

    private ArchiveMain() {}

    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        Clock clock = Clock.systemUTC();
        Source source = Source.from(environment);
        Cluster cluster = Cluster.from(environment);
        Sealer sealer = Sealer.from(environment);
        ArchiveMode mode = Boolean.parseBoolean(environment.get("ISHEMA_BACKUP_SYNCHRONOUS"))
                ? ArchiveMode.SYNCHRONOUS
                : ArchiveMode.FOLLOWING;
        S3Store store = new S3Store(StoreAccess.from(environment));
        store.createBucketIfAbsent();
        BackupCatalog backups = new BackupCatalog(store, cluster);
        LogicalCatalog copies = new LogicalCatalog(store, cluster);
        BackupState state = new BackupState(backups.findLatest(), copies.findLatest());
        WalReceiver receiver = WalReceiver.start(source, new WalArchive(store, cluster), sealer, mode, clock);
        FiguresEndpoint endpoint =
                FiguresEndpoint.start(address(environment), new Figures(state, receiver.state()), clock);
        Timetable timetable = new Timetable(LocalTime.parse(environment.getOrDefault("ISHEMA_BACKUP_AT", "02:00")));
        BaseBackup backup = new BaseBackup(source, store, cluster, sealer, clock);
        LogicalBackup logical = new LogicalBackup(source, store, cluster, sealer, clock);
        ScheduledExecutorService nights = Executors.newSingleThreadScheduledExecutor();
        schedule(nights, timetable, new NightlyBackup(backup, logical, store, cluster, state, timetable, clock), clock);
        var looks = nights.scheduleWithFixedDelay(
                new StoreLook(backups, copies, state), LOOK_MINUTES, LOOK_MINUTES, TimeUnit.MINUTES);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            looks.cancel(true);
            nights.shutdownNow();
            receiver.close();
            endpoint.close();
            store.close();
        }));
    }

    /** Anew each night: the clock may be put right in between. */
    private static void schedule(ScheduledExecutorService nights, Timetable timetable, Runnable night, Clock clock) {
        var unused = nights.schedule(
                () -> {
                    night.run();
                    schedule(nights, timetable, night, clock);
                },
                timetable.untilNext(clock.instant()).toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private static InetSocketAddress address(Map<String, String> environment) {
        return new InetSocketAddress(
                environment.getOrDefault("ISHEMA_BACKUP_HOST", "127.0.0.1"),
                Integer.parseInt(environment.getOrDefault("ISHEMA_BACKUP_PORT", "8095")));
    }
}
