package rw.ishemalink.simulators.mail;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.user.UserManager;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.WorldClock;
import rw.ishemalink.simulators.faults.FaultDesk;
import rw.ishemalink.simulators.faults.FaultOrder;
import rw.ishemalink.simulators.faults.OutsideSystem;

/** Answers each SMTP step as ordered; a mail goes straight to our mailbox, so that GreenMail keeps none. */
final class Postman extends SmtpManager {

    private static final String TROUBLE = "451 Requested action aborted: local error in processing";
    private static final Duration SLOW = Duration.ofSeconds(3);
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final Mailbox mailbox;
    private final FaultDesk desk;
    private final WorldClock clock;

    Postman(ImapHostManager imap, UserManager users, Mailbox mailbox, FaultDesk desk, WorldClock clock) {
        super(imap, users);
        this.mailbox = mailbox;
        this.desk = desk;
        this.clock = clock;
    }

    /** Null lets the mail go on; a TIMEOUT keeps the client waiting and then refuses. */
    @Override
    public @Nullable String checkSender(SmtpState state, MailAddress sender) {
        if (desk.takeError(OutsideSystem.MAIL)) {
            return TROUBLE;
        }
        FaultOrder order = desk.order(OutsideSystem.MAIL);
        return switch (order.mode()) {
            case OK -> null;
            case SLOW -> hold(order.delayOr(SLOW)) ? null : TROUBLE;
            case TIMEOUT -> {
                hold(order.delayOr(TIMEOUT));
                yield TROUBLE;
            }
            case ERROR, DOWN -> TROUBLE;
        };
    }

    /** Delivers here and not in {@link #send}, because only here may the answer still be another one. */
    @Override
    public @Nullable String checkData(SmtpState state) {
        try {
            List<String> to = state.getMessage().getToAddresses().stream()
                    .map(MailAddress::getEmail)
                    .toList();
            mailbox.receive(MailReader.read(state.getMessage().getMessage(), to, clock.instant()));
        } catch (MessagingException | IOException unreadable) {
            return "554 Message refused: it cannot be read";
        }
        return desk.takeLostReply(OutsideSystem.MAIL) ? TROUBLE : null;
    }

    @Override
    public void send(SmtpState state) {
        // Delivered in checkData.
    }

    private static boolean hold(Duration delay) {
        try {
            Thread.sleep(delay);
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
