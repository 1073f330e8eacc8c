package rw.ishemalink.simulators.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.runtime.Shutdown;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.WorldClock;
import rw.ishemalink.simulators.faults.FaultDesk;
import rw.ishemalink.simulators.faults.FaultOrder;
import rw.ishemalink.simulators.faults.FaultsChanged;
import rw.ishemalink.simulators.faults.OutsideSystem;

/** Opens and closes the SMTP port: DOWN closes it, any other order opens it again on the same port. */
@ApplicationScoped
public class MailServer {

    private static final long START_TIMEOUT_MILLIS = 5_000;

    private final MailConfig config;
    private final Managers managers;
    private int port;
    private @Nullable SmtpServer server;

    public MailServer(MailConfig config, Mailbox mailbox, FaultDesk desk, WorldClock clock) {
        this.config = config;
        this.port = config.smtpPort();
        this.managers = new PostOffice(mailbox, desk, clock);
    }

    @Startup
    synchronized void open() throws InterruptedException {
        if (server != null) {
            return;
        }
        SmtpServer opening =
                new SmtpServer(new ServerSetup(port, config.smtpHost(), ServerSetup.PROTOCOL_SMTP), managers);
        opening.startService();
        if (!opening.waitTillRunning(START_TIMEOUT_MILLIS)) {
            throw new IllegalStateException("SMTP port " + port + " cannot be opened: is it taken?");
        }
        port = opening.getPort();
        server = opening;
    }

    @Shutdown
    synchronized void close() {
        if (server != null) {
            server.stopService();
            server = null;
        }
    }

    /** The port in use, or that will be used again after DOWN. */
    synchronized int port() {
        return port;
    }

    void onOrder(@Observes FaultsChanged changed) throws InterruptedException {
        if (changed.system() != OutsideSystem.MAIL) {
            return;
        }
        if (changed.order().mode() == FaultOrder.Mode.DOWN) {
            close();
        } else {
            open();
        }
    }

    /** GreenMail's parts, with our {@link Postman} in the place of its own. */
    private static final class PostOffice extends Managers {

        private final Postman postman;

        PostOffice(Mailbox mailbox, FaultDesk desk, WorldClock clock) {
            postman = new Postman(super.getImapHostManager(), super.getUserManager(), mailbox, desk, clock);
        }

        @Override
        public SmtpManager getSmtpManager() {
            return postman;
        }
    }
}
