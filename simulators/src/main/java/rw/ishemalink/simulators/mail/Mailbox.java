package rw.ishemalink.simulators.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.Bounded;

/** All mail that arrived, whoever it is for. */
@ApplicationScoped
public class Mailbox {

    private static final int LIMIT = 10_000;

    private final Bounded<Long, MailItem> mails = new Bounded<>(LIMIT);
    private final AtomicLong numbers = new AtomicLong();

    void receive(MailItem mail) {
        mails.put(numbers.incrementAndGet(), mail);
    }

    /** Newest last; to one address or all. */
    List<MailItem> listAll(@Nullable String address) {
        return mails.listAll().stream()
                .filter(mail -> address == null || mail.to().stream().anyMatch(address::equalsIgnoreCase))
                .toList();
    }

    void clear() {
        mails.clear();
    }
}
