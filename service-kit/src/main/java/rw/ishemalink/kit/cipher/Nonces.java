package rw.ishemalink.kit.cipher;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

/** Random nonces, drawn many at a time: most of what a draw costs is the same for one and for a hundred. */
final class Nonces {

    private static final int BYTES = 12;
    private static final int AT_ONCE = 100;

    private final SecureRandom random = new SecureRandom();
    private final ReentrantLock lock = new ReentrantLock();
    private final byte[] drawn = new byte[AT_ONCE * BYTES];
    private int used = drawn.length;

    /** 96 bits, given out once. */
    byte[] next() {
        lock.lock();
        try {
            if (used == drawn.length) {
                random.nextBytes(drawn);
                used = 0;
            }
            used += BYTES;
            return Arrays.copyOfRange(drawn, used - BYTES, used);
        } finally {
            lock.unlock();
        }
    }
}
