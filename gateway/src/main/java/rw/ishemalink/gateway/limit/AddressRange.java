package rw.ishemalink.gateway.limit;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * An address, or a CIDR block of addresses.
 *
 * @param bits how many leading bits count
 */
record AddressRange(InetAddress address, int bits) {

    /** Reads e.g. {@code 10.0.0.0/8} or {@code ::1}; a host's name is none. */
    static AddressRange parse(String text) {
        String[] parts = text.strip().split("/", -1);
        InetAddress address = literal(parts[0]);
        int all = address.getAddress().length * Byte.SIZE;
        int bits = parts.length == 1 ? all : Integer.parseInt(parts[1]);
        if (bits < 0 || bits > all || parts.length > 2) {
            throw new IllegalArgumentException("not an address or a block: " + text);
        }
        return new AddressRange(address, bits);
    }

    static InetAddress literal(String text) {
        if (!text.matches("[0-9.]{7,15}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")) {
            throw new IllegalArgumentException("not an IP address: " + text);
        }
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an IP address: " + text, e);
        }
    }

    boolean contains(InetAddress other) {
        byte[] mine = address.getAddress();
        byte[] theirs = other.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if ((mine[bit / Byte.SIZE] & mask) != (theirs[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}
