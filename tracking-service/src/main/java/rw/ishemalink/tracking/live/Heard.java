package rw.ishemalink.tracking.live;

import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.Topics;

/**
 * A position as it came: its bytes are read only when somebody wants to know. Those of one vehicle that came lately hang
 * together, the newest first.
 */
final class Heard {

    private final Topics topic;
    private final int version;
    private final byte[] bytes;
    private final long recordedAtMicros;
    private final long receivedAtMicros;
    private volatile @Nullable Heard before;
    private @Nullable Heard after;

    Heard(Topics topic, int version, byte[] bytes, long recordedAtMicros, long receivedAtMicros) {
        this.topic = topic;
        this.version = version;
        this.bytes = bytes;
        this.recordedAtMicros = recordedAtMicros;
        this.receivedAtMicros = receivedAtMicros;
    }

    Topics topic() {
        return topic;
    }

    int version() {
        return version;
    }

    byte[] bytes() {
        return bytes;
    }

    long recordedAtMicros() {
        return recordedAtMicros;
    }

    long receivedAtMicros() {
        return receivedAtMicros;
    }

    /** The one of this vehicle that came before, while it is kept. */
    @Nullable
    Heard before() {
        return before;
    }

    /** Called by the one thread of the feed. */
    void follow(@Nullable Heard previous) {
        before = previous;
        if (previous != null) {
            previous.after = this;
        }
    }

    /** Lets it go: nothing leads to it any more. Called by the one thread of the feed. */
    void leave() {
        if (after != null) {
            after.before = null;
            after = null;
        }
    }
}
