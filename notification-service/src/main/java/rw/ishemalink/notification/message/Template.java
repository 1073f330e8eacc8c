package rw.ishemalink.notification.message;

import java.util.List;
import java.util.Set;

/** Every text that is sent: how it travels and what fills it, by name, in the order in which rows keep it. */
public enum Template {
    /** Secret: its parameters are erased once it was sent or has expired. */
    ONE_TIME_CODE(Channel.SMS, "code", "minutes"),
    /** Secret. To the receiver of goods, who hands it to the driver; holds until the delivery. */
    DELIVERY_CODE(Channel.SMS, "code", "trackingCode"),
    RIDE_OFFER(Channel.SMS, "trackingCode", "from", "to", "francs", "seconds"),
    CARGO_OFFER(Channel.SMS, "trackingCode", "from", "to", "francs", "seconds", "kilograms"),
    GOODS_PICKED_UP(Channel.SMS, "trackingCode", "plate", "destination"),
    PAYMENT_TIMED_OUT(Channel.SMS, "trackingCode"),
    EXPORT_ASSIGNED(Channel.SMS, "trackingCode", "plate", "destination"),
    EXPORT_PICKED_UP(Channel.SMS, "trackingCode", "plate", "destination"),
    EXPORT_AT_BORDER(Channel.SMS, "trackingCode", "borderPost"),
    EXPORT_HELD(Channel.SMS, "trackingCode", "borderPost", "reason"),
    EXPORT_LEFT_BORDER(Channel.SMS, "trackingCode", "borderPost", "destination"),
    EXPORT_DELIVERED(Channel.SMS, "trackingCode", "destination"),
    CUSTOMS_DOCUMENTS(Channel.EMAIL, "trackingCode", "plate", "destination", "borderPost"),
    RIDE_ASSIGNED(Channel.SMS, "trackingCode", "plate"),
    JOB_ASSIGNED(Channel.SMS, "trackingCode", "origin", "destination", "plate"),
    /** The paper is a name of ours, which the text turns into words of its language. */
    LICENCE_EXPIRING(Channel.SMS, "paper", "lastDay"),
    LICENCE_EXPIRED(Channel.SMS, "paper", "lastDay"),
    LICENCE_TAKEN_AWAY(Channel.SMS, "paper", "lastDay"),
    /** To take a role, proposed by somebody who has the right. */
    INVITATION(Channel.SMS, "role", "by"),
    /** To the old phone: somebody says that it is lost. */
    RECOVERY_BEGUN(Channel.SMS, "hours"),
    RECOVERED(Channel.SMS),
    DRIVER_ACTIVE(Channel.SMS),
    DRIVER_REJECTED(Channel.SMS, "reason"),
    /** To whom somebody else booked for. */
    USSD_BOOKED(Channel.SMS, "trackingCode", "francs"),
    /** What the USSD menu could not show in time: a price, something else that is there now, or that it failed. */
    USSD_PRICED(Channel.SMS, "from", "to", "kilograms", "francs"),
    USSD_READY(Channel.SMS),
    USSD_FAILED(Channel.SMS),
    /** The answer to a keyword; the status is a name of ours. */
    STATUS(Channel.SMS, "trackingCode", "status"),
    NO_SUCH_BOOKING(Channel.SMS, "trackingCode"),
    /** The answers to STOP and START. */
    STOPPED(Channel.SMS),
    STARTED(Channel.SMS);

    /** What is counted or paid: whole numbers, written as the language writes them. */
    private static final Set<String> NUMBERS = Set.of("minutes", "seconds", "hours", "francs", "kilograms");

    private final Channel channel;
    /** Immutable: {@link List#of}. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> parameters;

    Template(Channel channel, String... parameters) {
        this.channel = channel;
        this.parameters = List.of(parameters);
    }

    public Channel channel() {
        return channel;
    }

    /** The names of what fills the text, in order. */
    public List<String> parameters() {
        return parameters;
    }

    /** Whether a parameter of that name is a whole number. */
    public static boolean isNumber(String parameter) {
        return NUMBERS.contains(parameter);
    }

    /** How pressing it is. */
    public Urgency urgency() {
        return Urgency.of(this);
    }

    /** Whether the person asked for it this moment: it is neither held nor withheld. */
    public boolean answers() {
        return switch (this) {
            case STATUS, NO_SUCH_BOOKING, STOPPED, STARTED, USSD_PRICED, USSD_READY, USSD_FAILED -> true;
            default -> false;
        };
    }

    /** Whether the text must not outlive its sending. */
    public boolean secret() {
        return this == ONE_TIME_CODE || this == DELIVERY_CODE;
    }
}
