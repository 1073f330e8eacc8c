package rw.ishemalink.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.local.child.Folders;
import rw.ishemalink.local.parts.PartFailedException;

/** Only one command at a time changes a stack. The operating system takes the lock back when its holder dies. */
public final class StackLock {

    private StackLock() {}

    /**
     * Does the work while holding the lock of the stack in that home.
     *
     * @return what the work returns
     * @throws PartFailedException when another command holds the lock
     */
    public static int holding(Path home, IntSupplier work) {
        Path file = Folders.create(home).resolve("lock");
        Path holder = home.resolve("lock.pid");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (tryLock(channel) == null) {
                throw new PartFailedException("another ./ishema is at work on this stack (process "
                        + (Files.exists(holder) ? Files.readString(holder).strip() : "unknown") + "); wait for it");
            }
            Files.writeString(holder, Long.toString(ProcessHandle.current().pid()));
            return work.getAsInt();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + file, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
