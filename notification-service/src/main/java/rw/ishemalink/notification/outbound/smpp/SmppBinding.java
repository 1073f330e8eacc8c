package rw.ishemalink.notification.outbound.smpp;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.notification.config.NotificationConfig;

/** The one session with the short message centre, as a transceiver; looked after, and bound again when it is lost. */
@ApplicationScoped
class SmppBinding {

    private static final Logger LOG = Logger.getLogger(SmppBinding.class);

    private final NotificationConfig.Smpp config;
    private final SmppEar ear;
    private final ScheduledExecutorService keeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("smpp-keeper").daemon().factory());
    private volatile @Nullable SMPPSession session;

    SmppBinding(NotificationConfig config, SmppEar ear) {
        this.config = config.smpp();
        this.ear = ear;
    }

    void start(@Observes StartupEvent event) {
        config.host().ifPresent(host -> {
            long pause = config.reconnect().toMillis();
            var unused = keeper.scheduleWithFixedDelay(() -> keep(host), 0, pause, TimeUnit.MILLISECONDS);
        });
    }

    void stop(@Observes ShutdownEvent event) {
        keeper.shutdownNow();
        find().ifPresent(SMPPSession::unbindAndClose);
    }

    /** The session, if it is bound. */
    Optional<SMPPSession> find() {
        return Optional.ofNullable(session).filter(it -> it.getSessionState().isBound());
    }

    private void keep(String host) {
        if (find().isPresent()) {
            return;
        }
        SMPPSession fresh = new SMPPSession();
        try {
            fresh.setMessageReceiverListener(ear);
            fresh.setEnquireLinkTimer(Math.toIntExact(config.enquire().toMillis()));
            fresh.setTransactionTimer(config.timeout().toMillis());
            String centre = fresh.connectAndBind(
                    host, config.port(), bind(), config.timeout().toMillis());
            session = fresh;
            LOG.infof("bound to short message centre %s", centre);
        } catch (IOException | RuntimeException e) {
            fresh.close();
            LOG.warnf(
                    "the short message centre cannot be bound, trying again: %s",
                    e.getClass().getSimpleName());
        }
    }

    private BindParameter bind() {
        return new BindParameter(
                BindType.BIND_TRX,
                config.systemId(),
                config.password(),
                "",
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                null,
                InterfaceVersion.IF_34);
    }
}
