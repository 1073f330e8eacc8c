package rw.ishemalink.simulators.sms;

import io.quarkus.runtime.Shutdown;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.jspecify.annotations.Nullable;

/** An operator's short message centre: lets the one client bind, and hears it. */
@ApplicationScoped
public class SmppCentre {

    private static final Logger LOG = Logger.getLogger(SmppCentre.class);
    private static final int BIND_TIMEOUT_MILLIS = 5_000;
    private static final int BACKLOG = 16;

    /** The library would listen on every address. */
    private record Loopback(ServerSocket socket) implements ServerConnectionFactory {

        @Override
        public ServerConnection listen(int port) {
            return new ServerSocketConnection(socket);
        }

        @Override
        public ServerConnection listen(int port, int timeout) throws IOException {
            socket.setSoTimeout(timeout);
            return listen(port);
        }

        @Override
        public ServerConnection listen(int port, int timeout, int backlog) throws IOException {
            return listen(port, timeout);
        }
    }

    private final SmsConfig config;
    private final SmppDesk desk;
    private @Nullable SMPPServerSessionListener listener;

    public SmppCentre(SmsConfig config, SmppDesk desk) {
        this.config = config;
        this.desk = desk;
    }

    @Startup
    synchronized void open() {
        config.smppPort().ifPresent(port -> {
            try {
                ServerSocket socket = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
                SMPPServerSessionListener opening =
                        new SMPPServerSessionListener(socket.getLocalPort(), new Loopback(socket));
                listener = opening;
                Thread.ofPlatform().daemon().name("smpp-centre").start(() -> serve(opening));
            } catch (IOException e) {
                throw new UncheckedIOException("SMPP port " + port + " cannot be opened: is it taken?", e);
            }
        });
    }

    @Shutdown
    synchronized void close() throws IOException {
        if (listener != null) {
            listener.close();
            listener = null;
        }
    }

    /** The port in use; 0 when there is none. */
    synchronized int port() {
        return listener == null ? 0 : listener.getPort();
    }

    private void serve(SMPPServerSessionListener door) {
        try {
            while (true) {
                SMPPServerSession session = door.accept();
                session.setMessageReceiverListener(desk);
                var unused = Thread.ofVirtual().start(() -> bind(session));
            }
        } catch (IOException e) {
            LOG.debug("the short message centre is closed");
        }
    }

    private void bind(SMPPServerSession session) {
        try {
            BindRequest request = session.waitForBind(BIND_TIMEOUT_MILLIS);
            if (config.username().equals(request.getSystemId())
                    && config.smppPassword().equals(request.getPassword())) {
                request.accept("simulator");
            } else {
                request.reject(SMPPConstant.STAT_ESME_RINVPASWD);
            }
        } catch (TimeoutException | PDUStringException | IOException | IllegalStateException e) {
            session.close();
        }
    }
}
