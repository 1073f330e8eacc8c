package rw.ishemalink.backup.wal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import rw.ishemalink.backup.catalog.Cluster;
import rw.ishemalink.backup.seal.Sealer;
import rw.ishemalink.backup.store.ObjectStore;
import rw.ishemalink.backup.store.StoreException;
import rw.ishemalink.backup.store.StoredObject;

/** The log of one cluster in the store. */
public final class WalArchive {

    private final ObjectStore store;
    private final Cluster cluster;

    public WalArchive(ObjectStore store, Cluster cluster) {
        this.store = store;
        this.cluster = cluster;
    }

    /**
     * Notes to which cluster the archive belongs.
     *
     * @throws StoreException when it belongs to another
     */
    public void claim(String systemIdentifier) {
        Optional<byte[]> owner = store.find(cluster.system());
        if (owner.isPresent() && !new String(owner.get(), UTF_8).equals(systemIdentifier)) {
            throw new StoreException("the archive " + cluster.name() + " belongs to the database system "
                    + new String(owner.get(), UTF_8) + ", not to " + systemIdentifier
                    + ": choose another name with ISHEMA_BACKUP_CLUSTER");
        }
        store.put(cluster.system(), systemIdentifier.getBytes(UTF_8));
    }

    void putPiece(WalSegment segment, int begin, byte[] content, int end, Sealer sealer) {
        store.put(key(WalNames.piece(segment, begin, end)), sealer.seal(content, begin, end - begin));
    }

    /** Puts the whole segment, reads it back, and only then removes its pieces. */
    void putWhole(WalSegment segment, byte[] content, Sealer sealer) {
        String key = key(WalNames.whole(segment));
        byte[] sealed = sealer.seal(content);
        store.put(key, sealed);
        if (!Arrays.equals(sealed, store.get(key))) {
            throw new StoreException("the store gives " + key + " back differently");
        }
        store.list(key(WalNames.pieces(segment))).forEach(piece -> store.delete(piece.key()));
    }

    void putHistory(int timeline, byte[] content, Sealer sealer) {
        store.put(key(WalNames.history(timeline)), sealer.seal(content));
    }

    byte[] get(String name) {
        return store.get(key(name));
    }

    /** Names of all histories. */
    List<String> listHistories() {
        return names(cluster.wal()).stream()
                .filter(name -> name.endsWith(".history"))
                .toList();
    }

    /** Every segment of which something is there from that one on, in order, of every timeline. */
    List<WalSegment> listSegmentsFrom(WalSegment first) {
        return names(cluster.wal()).stream()
                .flatMap(name -> WalNames.findSegment(name, first.bytes()).stream())
                .filter(segment -> segment.number() >= first.number() && segment.timeline() >= first.timeline())
                .distinct()
                .sorted(Comparator.comparingInt(WalSegment::timeline).thenComparingLong(WalSegment::number))
                .toList();
    }

    boolean isWhole(WalSegment segment) {
        return names(key(WalNames.whole(segment))).contains(WalNames.whole(segment));
    }

    /** The pieces that follow each other from the first byte on. */
    List<WalNames.Piece> listPieces(WalSegment segment) {
        List<WalNames.Piece> all = names(key(WalNames.pieces(segment))).stream()
                .flatMap(name -> WalNames.findPiece(name).stream())
                .sorted(Comparator.comparingInt(WalNames.Piece::begin).thenComparingInt(WalNames.Piece::end))
                .toList();
        List<WalNames.Piece> joined = new ArrayList<>();
        int end = 0;
        for (WalNames.Piece piece : all) {
            if (piece.begin() <= end && piece.end() > end) {
                joined.add(piece);
                end = piece.end();
            }
        }
        return joined;
    }

    /** The segment with which a stream of that timeline goes on: the one after the last whole one; empty: nothing is there. */
    public Optional<WalSegment> findNext(int timeline, int segmentBytes) {
        return listSegmentsFrom(new WalSegment(timeline, 0, segmentBytes)).stream()
                .filter(segment -> segment.timeline() == timeline)
                .reduce((_, last) -> last)
                .map(last -> isWhole(last) ? last.next() : last);
    }

    /** Position after the last byte that is there without a gap before it in its segment; empty: nothing is there. */
    public Optional<Long> findEnd(int timeline, int segmentBytes) {
        return findNext(timeline, segmentBytes).map(this::endOf);
    }

    /** Whether every byte is there from the beginning of that segment up to that position. */
    public boolean holds(WalSegment first, long end) {
        for (WalSegment segment = first; segment.start() < end; segment = segment.next()) {
            if (!isWhole(segment) && endOf(segment) < end) {
                return false;
            }
        }
        return true;
    }

    private long endOf(WalSegment segment) {
        List<WalNames.Piece> pieces = listPieces(segment);
        return segment.start() + (pieces.isEmpty() ? 0 : pieces.getLast().end());
    }

    private List<String> names(String prefix) {
        return store.list(prefix).stream()
                .map(StoredObject::key)
                .map(key -> key.substring(cluster.wal().length()))
                .toList();
    }

    private String key(String name) {
        return cluster.wal() + name;
    }
}
