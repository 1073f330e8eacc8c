package rw.ishemalink.local.child;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** A tar file that is unpacked once per machine: whole or not at all, also when two processes want it at once. */
public final class Archive {

    private static final int OWNER_EXECUTES = 0100;
    private static final Object ONE_IN_THIS_JVM = new Object();

    private Archive() {}

    /**
     * The folder {@code cache/name}, unpacked now if it is not there yet.
     *
     * @param tar opens the uncompressed tar stream; closed here
     * @throws UncheckedIOException naming the folder when it cannot be unpacked
     */
    public static Path unpackOnce(Path cache, String name, Supplier<InputStream> tar) {
        Path target = cache.resolve(name);
        if (Files.isDirectory(target)) {
            return target;
        }
        synchronized (ONE_IN_THIS_JVM) {
            try {
                Files.createDirectories(cache);
                return unpackLocked(target, tar);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot unpack into " + target, e);
            }
        }
    }

    private static Path unpackLocked(Path target, Supplier<InputStream> tar) throws IOException {
        Path lockFile = target.resolveSibling(target.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !Files.isDirectory(target)) {
                Path half = target.resolveSibling(target.getFileName() + ".half");
                Folders.delete(half);
                unpack(tar, half);
                Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return target;
    }

    private static void unpack(Supplier<InputStream> tar, Path folder) throws IOException {
        try (TarArchiveInputStream in = new TarArchiveInputStream(new BufferedInputStream(tar.get(), 1 << 16))) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path path = folder.resolve(entry.getName()).normalize();
                if (!path.startsWith(folder)) {
                    throw new IOException("the archive would write outside its folder: " + entry.getName());
                }
                write(in, entry, path);
            }
        }
    }

    private static void write(TarArchiveInputStream in, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(in, path);
        if ((entry.getMode() & OWNER_EXECUTES) != 0) {
            Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(path));
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
            Files.setPosixFilePermissions(path, permissions);
        }
    }
}
