package rw.ishemalink.backup.base;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import rw.ishemalink.backup.catalog.BackupPart;
import rw.ishemalink.backup.catalog.Digest;
import rw.ishemalink.backup.seal.Sealer;
import rw.ishemalink.backup.store.ObjectStore;

/** Cuts a stream into parts, seals each, puts it and reads it back. The disk of this host never sees them. */
public final class PartWriter extends OutputStream {

    /** Small enough that a few, sealed and read back, fit into the memory of a command. */
    static final int PART_BYTES = 4 * 1024 * 1024;

    private static final int AT_ONCE = 2;

    private final ObjectStore store;
    private final Sealer sealer;
    private final String folder;
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    private final Semaphore waiting = new Semaphore(AT_ONCE);
    private final List<Future<BackupPart>> parts = new ArrayList<>();
    private byte[] buffer = new byte[PART_BYTES];
    private int filled;

    /** A writer of parts whose keys begin with that folder. */
    public PartWriter(ObjectStore store, Sealer sealer, String folder) {
        this.store = store;
        this.sealer = sealer;
        this.folder = folder;
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int done = 0;
        while (done < length) {
            int taken = Math.min(length - done, PART_BYTES - filled);
            System.arraycopy(bytes, offset + done, buffer, filled, taken);
            filled += taken;
            done += taken;
            if (filled == PART_BYTES) {
                send();
            }
        }
    }

    private void send() {
        byte[] content = buffer;
        int length = filled;
        String key = String.format(Locale.ROOT, "%s/%06d", folder, parts.size() + 1);
        waiting.acquireUninterruptibly();
        parts.add(threads.submit(() -> {
            try {
                return put(key, content, length);
            } finally {
                waiting.release();
            }
        }));
        buffer = new byte[PART_BYTES];
        filled = 0;
    }

    private BackupPart put(String key, byte[] content, int length) {
        byte[] sealed = sealer.seal(content, 0, length);
        store.put(key, sealed);
        BackupPart part = new BackupPart(key, length, sealed.length, Digest.of(sealed));
        if (!Digest.of(store.get(key)).equals(part.sealedSha256())) {
            throw new BackupException("the store gives " + key + " back differently");
        }
        return part;
    }

    /** All parts, once each is in the store; after {@link #close()}. */
    public List<BackupPart> parts() {
        return parts.stream().map(PartWriter::get).toList();
    }

    private static BackupPart get(Future<BackupPart> part) {
        try {
            return part.get();
        } catch (ExecutionException e) {
            throw new BackupException("a part could not be stored: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackupException("interrupted while parts were stored", e);
        }
    }

    /** Sends the rest and waits. */
    @Override
    public void close() {
        if (filled > 0) {
            send();
        }
        threads.close();
    }
}
