package rw.ishemalink.notification.ussd.api;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;

/** Addresses that begin alike, e.g. 196.1.2.0/24; an address alone is a network of one. */
final class Network {

    private final byte[] address;
    /** How many bits are alike. */
    private final int bits;

    private Network(byte[] address, int bits) {
        this.address = address;
        this.bits = bits;
        if (bits < 0 || bits > address.length * Byte.SIZE) {
            throw new IllegalArgumentException("no network has " + bits + " fixed bits");
        }
    }

    /**
     * Reads {@code 196.1.2.0/24} or {@code 196.1.2.3}.
     *
     * @throws IllegalArgumentException when it is neither
     */
    static Network parse(String text) {
        String[] parts = text.strip().split("/", 2);
        byte[] address = find(parts[0])
                .orElseThrow(() -> new IllegalArgumentException(text + " is neither an address nor a network"));
        return new Network(address, parts.length == 1 ? address.length * Byte.SIZE : Integer.parseInt(parts[1]));
    }

    boolean includes(String other) {
        return find(other).filter(this::beginsAlike).isPresent();
    }

    private boolean beginsAlike(byte[] other) {
        if (other.length != address.length) {
            return false;
        }
        int whole = bits / Byte.SIZE;
        int rest = bits % Byte.SIZE;
        int mask = rest == 0 ? 0 : 0xFF << (Byte.SIZE - rest);
        return Arrays.equals(address, 0, whole, other, 0, whole)
                && (rest == 0 || (address[whole] & mask) == (other[whole] & mask));
    }

    /** Addresses only: a name would be looked up. */
    private static Optional<byte[]> find(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text).getAddress());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
