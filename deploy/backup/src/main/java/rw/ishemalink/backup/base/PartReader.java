package rw.ishemalink.backup.base;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import rw.ishemalink.backup.catalog.BackupPart;
import rw.ishemalink.backup.catalog.Digest;
import rw.ishemalink.backup.seal.Opener;
import rw.ishemalink.backup.store.ObjectStore;

/** The stream that was cut into parts: they in order, a few fetched and opened ahead. A part that is not as it was sent is refused. */
public final class PartReader extends InputStream {

    private static final int AHEAD = 3;

    private final ObjectStore store;
    private final Opener opener;
    private final Iterator<BackupPart> rest;
    private final ExecutorService threads = Executors.newFixedThreadPool(AHEAD);
    private final Deque<Future<byte[]>> ahead = new ArrayDeque<>();
    private byte[] current = {};
    private int position;

    public PartReader(ObjectStore store, Opener opener, List<BackupPart> parts) {
        this.store = store;
        this.opener = opener;
        this.rest = parts.iterator();
        for (int i = 0; i < AHEAD; i++) {
            fetchNext();
        }
    }

    private void fetchNext() {
        if (rest.hasNext()) {
            BackupPart part = rest.next();
            ahead.add(threads.submit(() -> fetch(part)));
        }
    }

    private byte[] fetch(BackupPart part) {
        byte[] sealed = store.get(part.key());
        if (!Digest.of(sealed).equals(part.sealedSha256())) {
            throw new BackupException("the part " + part.key() + " is not what was backed up");
        }
        byte[] content = opener.open(sealed);
        if (content.length != part.bytes()) {
            throw new BackupException("the part " + part.key() + " has another length than was backed up");
        }
        return content;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        while (position == current.length) {
            if (ahead.isEmpty()) {
                return -1;
            }
            current = get(ahead.remove());
            position = 0;
            fetchNext();
        }
        int taken = Math.min(length, current.length - position);
        System.arraycopy(current, position, target, offset, taken);
        position += taken;
        return taken;
    }

    private static byte[] get(Future<byte[]> part) {
        try {
            return part.get();
        } catch (ExecutionException e) {
            throw new BackupException("a part cannot be had: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackupException("interrupted while parts were fetched", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        Arrays.fill(current, (byte) 0);
    }
}
