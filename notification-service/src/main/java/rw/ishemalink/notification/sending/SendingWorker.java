package rw.ishemalink.notification.sending;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import rw.ishemalink.notification.config.NotificationConfig;

/** Looks for due messages and sends each on its own virtual thread, as many at once as there are lanes. */
@ApplicationScoped
public class SendingWorker {

    private static final Logger LOG = Logger.getLogger(SendingWorker.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final MessageQueue queue;
    private final MessageSender sender;
    private final NotificationConfig.Sending config;
    private final Semaphore lanes;
    private final ScheduledExecutorService look = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("message-look").daemon().factory());
    private final ExecutorService sending = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("message-send-", 0).factory());

    SendingWorker(MessageQueue queue, MessageSender sender, NotificationConfig config) {
        this.queue = queue;
        this.sender = sender;
        this.config = config.sending();
        this.lanes = new Semaphore(config.sending().lanes());
    }

    void start(@Observes StartupEvent event) {
        long millis = config.look().toMillis();
        var unused = look.scheduleWithFixedDelay(this::lookQuietly, millis, millis, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        look.shutdownNow();
        sending.shutdown();
        if (!sending.awaitTermination(LAST_WORDS.toSeconds(), TimeUnit.SECONDS)) {
            sending.shutdownNow();
        }
    }

    private void lookQuietly() {
        try {
            int free = lanes.availablePermits();
            if (free > 0) {
                queue.claim(free).forEach(this::dispatch);
            }
        } catch (RuntimeException e) {
            LOG.warnf(
                    "due messages cannot be read, trying again: %s",
                    e.getClass().getSimpleName());
        }
    }

    /** The lease ends an attempt whose outcome could not be written; it is then tried again. */
    private void dispatch(ClaimedMessage message) {
        lanes.acquireUninterruptibly();
        var unused = sending.submit(() -> {
            try {
                sender.send(message);
            } catch (RuntimeException e) {
                LOG.errorf(
                        "the outcome of message %s could not be written: %s",
                        message.messageId(), e.getClass().getName());
            } finally {
                lanes.release();
            }
        });
    }
}
