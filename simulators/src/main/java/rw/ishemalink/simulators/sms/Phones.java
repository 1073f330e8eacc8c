package rw.ishemalink.simulators.sms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.Bounded;
import rw.ishemalink.simulators.faults.ControlReset;

/** All phones: what each received, and which of them do not receive as ordered. */
@ApplicationScoped
public class Phones {

    private static final int MESSAGE_LIMIT = 50_000;
    private static final int ORDER_LIMIT = 10_000;
    /** A Rwandan mobile number, or any other country's number in E.164. */
    private static final Pattern NUMBER = Pattern.compile("\\+2507[2389]\\d{7}|\\+(?!250)[1-9]\\d{7,14}");

    private final Bounded<Long, TextMessage> messages = new Bounded<>(MESSAGE_LIMIT);
    private final Bounded<String, Delivery> orders = new Bounded<>(ORDER_LIMIT);
    private final Bounded<String, PhoneReport> reports = new Bounded<>(ORDER_LIMIT);
    private final AtomicLong numbers = new AtomicLong();

    Delivery delivery(String number) {
        if (!NUMBER.matcher(number).matches()) {
            return Delivery.INVALID_PHONE_NUMBER;
        }
        return orders.find(number).orElse(Delivery.SENT);
    }

    void tell(String number, Delivery delivery) {
        orders.put(number, delivery);
    }

    PhoneReport report(String number) {
        return reports.find(number).orElse(PhoneReport.ARRIVED);
    }

    void tell(String number, PhoneReport report) {
        reports.put(number, report);
    }

    void onReset(@Observes ControlReset reset) {
        orders.clear();
        reports.clear();
    }

    void receive(TextMessage message) {
        messages.put(numbers.incrementAndGet(), message);
    }

    /** Newest last; of one number or of all. */
    List<TextMessage> inbox(@Nullable String number) {
        Optional<String> wanted = Optional.ofNullable(number);
        return messages.listAll().stream()
                .filter(message -> wanted.map(message.to()::equals).orElse(true))
                .toList();
    }

    void clearInbox() {
        messages.clear();
    }
}
