package rw.ishemalink.backup.wal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import rw.ishemalink.backup.seal.Opener;
import rw.ishemalink.backup.store.StoreException;

/** Fetches the log into a folder from which a restore reads it. The last segment is filled up with zeros, its end. */
public final class WalFetch {

    private static final int AT_ONCE = 2;

    private final WalArchive archive;
    private final Opener opener;

    public WalFetch(WalArchive archive, Opener opener) {
        this.archive = archive;
        this.opener = opener;
    }

    /** Fetches everything from that segment on; answers with how many segments there are. */
    public int fetch(WalSegment first, Path folder) {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            Files.createDirectories(folder);
            for (String history : archive.listHistories()) {
                Files.write(folder.resolve(history), opener.open(archive.get(history)));
            }
            List<WalSegment> segments = archive.listSegmentsFrom(first);
            List<? extends Future<?>> fetched = segments.stream()
                    .map(segment -> threads.submit(() -> write(segment, folder)))
                    .toList();
            for (Future<?> one : fetched) {
                one.get();
            }
            return segments.size();
        } catch (IOException e) {
            throw new UncheckedIOException("the log cannot be written to " + folder, e);
        } catch (ExecutionException e) {
            throw new StoreException("the log cannot be fetched: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while the log was fetched", e);
        }
    }

    /** How the timelines of the archive follow each other. */
    public Timelines timelines() {
        Map<Integer, String> histories = new TreeMap<>();
        for (String name : archive.listHistories()) {
            histories.put(
                    Integer.parseInt(name.replace(".history", ""), 16),
                    new String(opener.open(archive.get(name)), UTF_8));
        }
        return new Timelines(histories);
    }

    private void write(WalSegment segment, Path folder) {
        try {
            Files.write(folder.resolve(segment.name()), content(segment));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pieces that go away meanwhile have become a whole segment. */
    private byte[] content(WalSegment segment) {
        if (archive.isWhole(segment)) {
            return whole(segment);
        }
        try {
            return joined(segment);
        } catch (StoreException e) {
            if (archive.isWhole(segment)) {
                return whole(segment);
            }
            throw e;
        }
    }

    private byte[] whole(WalSegment segment) {
        return opener.open(archive.get(WalNames.whole(segment)));
    }

    private byte[] joined(WalSegment segment) {
        byte[] content = new byte[segment.bytes()];
        for (WalNames.Piece piece : archive.listPieces(segment)) {
            byte[] opened = opener.open(archive.get(piece.name()));
            System.arraycopy(opened, 0, content, piece.begin(), opened.length);
        }
        return content;
    }
}
