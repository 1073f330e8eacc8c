package rw.ishemalink.gateway.limit;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where requests come from: the peer, or what a trusted proxy says of it. */
public final class ClientAddresses {

    private static final int NETWORK_BYTES = 8;

    private final List<AddressRange> proxies;
    private final List<AddressRange> callers;

    /** With those proxies and those callers of our own, as addresses or CIDR blocks. */
    public ClientAddresses(List<String> proxies, List<String> callers) {
        this.proxies = proxies.stream().map(AddressRange::parse).toList();
        this.callers = callers.stream().map(AddressRange::parse).toList();
    }

    /** The client's address: from the right of {@code X-Forwarded-For} the first that is no trusted proxy's. */
    public String of(String peer, @Nullable String forwardedFor) {
        String client = peer;
        if (forwardedFor != null) {
            String[] hops = forwardedFor.split(",", -1);
            for (int i = hops.length - 1; i >= 0 && isIn(proxies, client); i--) {
                String hop = hops[i].strip();
                if (!isAddress(hop)) {
                    break;
                }
                client = hop;
            }
        }
        return client;
    }

    /** Whether it is one of our own callers. */
    public boolean isOurOwn(String client) {
        return isIn(callers, client);
    }

    /** Whose bucket it is: an IPv6 household has a whole /64, which counts as one. */
    public static String bucketOwner(String client) {
        if (!client.contains(":")) {
            return client;
        }
        byte[] bytes = AddressRange.literal(client).getAddress();
        StringBuilder network = new StringBuilder();
        for (int i = 0; i < NETWORK_BYTES && bytes.length > NETWORK_BYTES; i++) {
            network.append(Integer.toHexString(bytes[i] & 0xff)).append('.');
        }
        return network.isEmpty() ? client : network.toString();
    }

    private static boolean isIn(List<AddressRange> ranges, String client) {
        if (ranges.isEmpty()) {
            return false;
        }
        InetAddress address = AddressRange.literal(client);
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    private static boolean isAddress(String text) {
        try {
            return !AddressRange.literal(text).getHostAddress().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
