package rw.ishemalink.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import rw.ishemalink.local.child.Folders;
import rw.ishemalink.local.parts.PartFailedException;

/** A stack is not started on a disk that is about to be full: PostgreSQL and Kafka stop when it is. */
public final class DiskSpace {

    private static final long MEGABYTE = 1024L * 1024;
    private static final long LEAST_MEGABYTES = 1024;

    private DiskSpace() {}

    /**
     * Looks at the disk of the folder.
     *
     * @throws PartFailedException when less than 1 GB is free
     */
    public static void require(Path folder) {
        try {
            requireMegabytes(folder, Files.getFileStore(Folders.create(folder)).getUsableSpace() / MEGABYTE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at the disk of " + folder, e);
        }
    }

    static void requireMegabytes(Path folder, long free) {
        if (free < LEAST_MEGABYTES) {
            throw new PartFailedException("the disk is full: " + free + " MB are free at " + folder + ", at least "
                    + LEAST_MEGABYTES + " MB are needed");
        }
    }
}
