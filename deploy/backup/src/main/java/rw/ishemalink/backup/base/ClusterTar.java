package rw.ishemalink.backup.base;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Writes files of a running server. They may grow, shrink or vanish meanwhile: the log puts that right. */
final class ClusterTar implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final TarArchiveOutputStream tar;
    private final byte[] buffer = new byte[BUFFER];

    ClusterTar(OutputStream out) {
        tar = new TarArchiveOutputStream(new BufferedOutputStream(out, BUFFER));
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    }

    void add(Path root, Path relative) throws IOException {
        Path file = root.resolve(relative);
        if (Files.isDirectory(file)) {
            tar.putArchiveEntry(new TarArchiveEntry(relative + "/"));
            tar.closeArchiveEntry();
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            add(relative.toString(), in, Files.size(file));
        } catch (NoSuchFileException e) {
            // A table that was dropped since the list was made.
            return;
        }
    }

    void add(String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    /** As many bytes as the file had; what it has lost since is filled with zeros. */
    private void add(String name, InputStream in, long size) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(size);
        tar.putArchiveEntry(entry);
        long left = size;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                Arrays.fill(buffer, (byte) 0);
                read = (int) Math.min(buffer.length, left);
            }
            tar.write(buffer, 0, read);
            left -= read;
        }
        tar.closeArchiveEntry();
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
