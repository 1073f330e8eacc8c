package rw.ishemalink.local.drill;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import rw.ishemalink.backup.base.RecoveryTarget;
import rw.ishemalink.backup.wal.ArchiveMode;
import rw.ishemalink.local.backup.DatabaseArchive;
import rw.ishemalink.local.backup.DatabaseRestore;
import rw.ishemalink.local.backup.DatabaseRestore.Restored;
import rw.ishemalink.local.child.Folders;
import rw.ishemalink.local.stack.LocalStack;
import rw.ishemalink.local.stack.StackOptions;
import rw.ishemalink.local.stack.StackProgress;

/** The whole suite in a folder of its own, with the archive of its databases. */
final class Site {

    private final LocalStack stack;
    private final DatabaseArchive archive;

    /** One of which nothing is started yet; its folder has the keys of the store. */
    Site(Surroundings around, Path home, ArchiveMode mode) {
        StackOptions options = around.site(home);
        this.stack = new LocalStack(options);
        this.archive = new DatabaseArchive(options.parts(), stack.postgres(), around.store(), 0, mode);
    }

    LocalStack stack() {
        return stack;
    }

    DatabaseArchive archive() {
        return archive;
    }

    Path home() {
        return stack.options().parts().home();
    }

    /** Brings the databases back from the store. */
    Restored restore() {
        return new DatabaseRestore(stack.options().parts(), archive).run(new RecoveryTarget.Latest());
    }

    /** Starts databases and archive: a server that waits for its archive answers nobody without it. */
    void startDatabases() {
        stack.start(stack.postgres().name());
        archive.start();
    }

    /** Starts all the rest. */
    void startRest() {
        stack.start(StackProgress.SILENT);
    }

    /** Everything ends with SIGKILL at the same moment. */
    void kill() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Stream.concat(stack.parts().stream(), Stream.of(archive.archive()))
                    .forEach(part -> threads.execute(part::kill));
        }
    }

    /** Nothing of it is left; whatever runs is killed before. */
    void lose() {
        kill();
        Folders.delete(home());
        stack.postgres().deleteDataElsewhere();
    }
}
