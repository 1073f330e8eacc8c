package rw.ishemalink.local.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import rw.ishemalink.backup.wal.ArchiveMode;
import rw.ishemalink.local.child.Folders;
import rw.ishemalink.local.parts.Part;
import rw.ishemalink.local.stack.LocalStack;

/**
 * The archive of a stack. Invariant: once chosen it is started with every start, before the services: a server that waits for
 * its archive answers nobody without it.
 */
public final class StackArchive {

    private static final int STORE_PORT = 8_096;
    private static final int ARCHIVE_PORT = 8_095;
    private static final String MARK = "archive-mode";

    private final LocalStack stack;
    private final DatabaseArchive archive;

    private StackArchive(LocalStack stack, ArchiveMode mode) {
        this.stack = stack;
        this.archive = new DatabaseArchive(
                stack.options().parts(),
                stack.postgres(),
                stack.options().parts().data("object-store"),
                stack.options().ports().portFor(STORE_PORT),
                stack.options().ports().portFor(ARCHIVE_PORT),
                mode);
        parts().forEach(stack::adopt);
    }

    /** From now on the stack has an archive of that kind. */
    public static void choose(LocalStack stack, ArchiveMode mode) {
        Path mark = mark(stack);
        try {
            Folders.create(mark.resolveSibling("."));
            Files.writeString(mark, mode.name());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + mark, e);
        }
    }

    /** The one that was chosen. */
    public static Optional<StackArchive> find(LocalStack stack) {
        Path mark = mark(stack);
        try {
            return Files.exists(mark)
                    ? Optional.of(new StackArchive(
                            stack, ArchiveMode.valueOf(Files.readString(mark).strip())))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + mark, e);
        }
    }

    private static Path mark(LocalStack stack) {
        return stack.options().parts().data(MARK);
    }

    public DatabaseArchive database() {
        return archive;
    }

    /** Starts PostgreSQL, the store and the archive, as far as they do not run. */
    public void start() {
        if (!stack.postgres().isAlive()) {
            stack.start(stack.postgres().name());
        }
        startStore();
        bring(archive.archive());
    }

    /** Starts the store alone: what a restore needs. */
    public void startStore() {
        bring(archive.store());
    }

    private void bring(Part part) {
        if (!part.isAlive()) {
            part.launch();
            stack.record(part);
        }
        part.awaitReady();
    }

    /** Stops both in good order: commits no longer wait for the archive. */
    public void stop() {
        stopArchive();
        stop(archive.store());
    }

    /** Stops the archive and leaves the store. */
    public void stopArchive() {
        stop(archive.archive());
    }

    private void stop(Part part) {
        part.stop();
        stack.forget(part);
    }

    private Stream<Part> parts() {
        return Stream.of(archive.store(), archive.archive());
    }
}
