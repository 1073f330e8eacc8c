package rw.ishemalink.backup.wal;

import java.nio.ByteBuffer;
import rw.ishemalink.backup.seal.Sealer;

/** The segment that is being received. */
final class OpenSegment {

    private final WalSegment segment;
    private final byte[] content;
    private int received;
    private int archived;

    OpenSegment(WalSegment segment) {
        this.segment = segment;
        this.content = new byte[segment.bytes()];
    }

    WalSegment segment() {
        return segment;
    }

    /** Takes what belongs to this segment; the rest stays in the buffer. */
    void take(ByteBuffer bytes) {
        int taken = Math.min(bytes.remaining(), content.length - received);
        bytes.get(content, received, taken);
        received += taken;
    }

    boolean isFull() {
        return received == content.length;
    }

    boolean hasUnarchived() {
        return archived < received;
    }

    /** Position after the last byte that was received. */
    long end() {
        return segment.start() + received;
    }

    /** Puts what is not there yet. */
    void archive(WalArchive archive, Sealer sealer) {
        archive.putPiece(segment, archived, content, received, sealer);
        archived = received;
    }

    /** All of it; only when it is full. */
    byte[] content() {
        return content;
    }
}
