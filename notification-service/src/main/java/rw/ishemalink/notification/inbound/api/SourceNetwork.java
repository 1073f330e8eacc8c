package rw.ishemalink.notification.inbound.api;

import java.math.BigInteger;
import java.net.InetAddress;

/**
 * An address, or a network in CIDR form.
 *
 * @param bits of the address that count
 */
record SourceNetwork(InetAddress address, int bits) {

    /** Reads {@code 196.201.214.0/24} or one address; only numbers, so nothing is asked of a name server. */
    static SourceNetwork parse(String text) {
        String[] parts = text.strip().split("/", 2);
        InetAddress address = InetAddress.ofLiteral(parts[0]);
        int all = address.getAddress().length * Byte.SIZE;
        return new SourceNetwork(address, parts.length == 1 ? all : Math.clamp(Integer.parseInt(parts[1]), 0, all));
    }

    /** Whether the address, in numbers, is of this network; what is none is not. */
    boolean contains(String source) {
        try {
            InetAddress other = InetAddress.ofLiteral(source);
            return other.getAddress().length == address.getAddress().length
                    && prefix(other).equals(prefix(address));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private BigInteger prefix(InetAddress of) {
        byte[] bytes = of.getAddress();
        return new BigInteger(1, bytes).shiftRight(bytes.length * Byte.SIZE - bits);
    }
}
