package rw.ishemalink.local.load;

import java.util.HashSet;
import java.util.Set;

/**
 * What became of each fix that was sent: a fix is a vehicle's number and the millisecond at which it was recorded, which no
 * other fix of that vehicle has. Ten bytes for each, so that millions can be counted in and out. For one thread at a time.
 */
final class FixLedger {

    private static final byte ASKED = 1;
    private static final byte TAKEN = 2;
    private static final byte AGAIN = 4;
    private static final byte FOUND = 8;
    private static final byte FOUND_TWICE = 16;

    private static final int MILLIS_BITS = 43;
    private static final long MILLIS_MASK = (1L << MILLIS_BITS) - 1;
    private static final int LEAST_SLOTS = 1 << 16;

    private long[] keys = new long[LEAST_SLOTS];
    private byte[] states = new byte[LEAST_SLOTS];
    private int size;
    private long unasked;

    /**
     * What was found of what was sent.
     *
     * @param taken fixes of which the service said that it has them
     * @param lost those of them that were not found
     * @param twice found more than once though sent once
     * @param unasked found though never sent
     */
    record Found(long taken, long lost, long twice, long unasked) {

        static final Found NOTHING = new Found(0, 0, 0, 0);

        boolean isRight() {
            return lost == 0 && twice == 0 && unasked == 0;
        }

        Found plus(Found other) {
            return new Found(taken + other.taken, lost + other.lost, twice + other.twice, unasked + other.unasked);
        }
    }

    /** The fix as a number. */
    static long key(int vehicle, long recordedMillis) {
        return ((long) vehicle << MILLIS_BITS) | (recordedMillis & MILLIS_MASK);
    }

    /** It was sent, for the first time or again. */
    void asked(long key) {
        int slot = slotOf(key);
        if (states[slot] == 0) {
            insert(slot, key);
        } else {
            states[slot] |= AGAIN;
        }
    }

    /** The service said that it has it. */
    void taken(long key) {
        states[slotOf(key)] |= TAKEN;
    }

    /** It is in the topic. */
    void found(long key) {
        int slot = slotOf(key);
        if (states[slot] == 0) {
            unasked++;
        } else {
            states[slot] |= (states[slot] & FOUND) == 0 ? FOUND : FOUND_TWICE;
        }
    }

    /** Compares; whoever was sent again because nobody answered may be there twice. */
    Found compare() {
        long taken = 0;
        long lost = 0;
        long twice = 0;
        for (byte state : states) {
            taken += has(state, TAKEN) ? 1 : 0;
            lost += has(state, TAKEN) && !has(state, FOUND) ? 1 : 0;
            twice += has(state, FOUND_TWICE) && !has(state, AGAIN) ? 1 : 0;
        }
        return new Found(taken, lost, twice, unasked);
    }

    /** When the fixes of that vehicle were recorded that the service has taken, milliseconds since 1970. */
    Set<Long> taken(int vehicle) {
        Set<Long> times = new HashSet<>();
        for (int slot = 0; slot < keys.length; slot++) {
            if (has(states[slot], TAKEN) && keys[slot] >>> MILLIS_BITS == vehicle) {
                times.add(keys[slot] & MILLIS_MASK);
            }
        }
        return times;
    }

    private static boolean has(byte state, byte flag) {
        return (state & flag) != 0;
    }

    /** Where the key is, or where it would go. */
    private int slotOf(long key) {
        int slot = spread(key) & (keys.length - 1);
        while (states[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private static int spread(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed ^ (mixed >>> 32));
    }

    private void insert(int slot, long key) {
        keys[slot] = key;
        states[slot] = ASKED;
        size++;
        if (size > keys.length / 2) {
            grow();
        }
    }

    private void grow() {
        long[] oldKeys = keys;
        byte[] oldStates = states;
        keys = new long[oldKeys.length * 2];
        states = new byte[oldKeys.length * 2];
        for (int old = 0; old < oldKeys.length; old++) {
            if (oldStates[old] != 0) {
                int slot = slotOf(oldKeys[old]);
                keys[slot] = oldKeys[old];
                states[slot] = oldStates[old];
            }
        }
    }
}
