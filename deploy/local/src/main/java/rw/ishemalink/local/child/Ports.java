package rw.ishemalink.local.child;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of the loopback address. */
public final class Ports {

    /** 20,000 to 31,999: below the range from which Linux and macOS take the ports of outgoing connections. */
    private static final int LOWEST = 20_000;

    private static final int SLICES = 30;
    private static final int SLICE = 400;
    /** JVMs that start parts at the same moment look in different places: a port is free until its server has started. */
    private static final int OURS =
            LOWEST + SLICE * (int) (ProcessHandle.current().pid() % SLICES);

    private static final int CONNECT_MILLIS = 250;
    private static final Set<Integer> HANDED_OUT = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /** A port that nobody listens on and that this JVM has not handed out before. */
    public static int pickFree() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(OURS, OURS + SLICE);
            if (isFree(port) && HANDED_OUT.add(port)) {
                return port;
            }
        }
    }

    /** Whether a server of ours could listen on the port now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether somebody accepts connections on the port. */
    public static boolean isOpen(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
