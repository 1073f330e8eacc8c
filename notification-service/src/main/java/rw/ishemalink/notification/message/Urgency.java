package rw.ishemalink.notification.message;

import java.util.Arrays;

/** How pressing a message is; the first goes first. */
public enum Urgency {
    /** Somebody stands before a closed door. */
    CODE(0),
    MONEY(1),
    SAFETY(2),
    /** Offers and jobs: soon worth nothing. */
    WORK(3),
    PROGRESS(4),
    PAPERS(5),
    ACCOUNT(6);

    private final int rank;

    Urgency(int rank) {
        this.rank = rank;
    }

    /** How it is stored: the lower goes first. */
    public int rank() {
        return rank;
    }

    /** The urgency that is stored so. */
    public static Urgency ofRank(int rank) {
        return Arrays.stream(values())
                .filter(urgency -> urgency.rank == rank)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no urgency has rank " + rank));
    }

    /** The urgency of each text. */
    public static Urgency of(Template template) {
        return switch (template) {
            case ONE_TIME_CODE, DELIVERY_CODE -> CODE;
            case PAYMENT_TIMED_OUT, USSD_BOOKED -> MONEY;
            // Getting on the wrong moto is the danger; and so is another person's hand on one's account.
            case RIDE_ASSIGNED, RECOVERY_BEGUN, RECOVERED -> SAFETY;
            case RIDE_OFFER, CARGO_OFFER, JOB_ASSIGNED -> WORK;
            case GOODS_PICKED_UP,
                    EXPORT_ASSIGNED,
                    EXPORT_PICKED_UP,
                    EXPORT_AT_BORDER,
                    EXPORT_HELD,
                    EXPORT_LEFT_BORDER,
                    EXPORT_DELIVERED,
                    USSD_PRICED,
                    USSD_READY,
                    USSD_FAILED,
                    STATUS,
                    NO_SUCH_BOOKING -> PROGRESS;
            case CUSTOMS_DOCUMENTS, LICENCE_EXPIRING, LICENCE_EXPIRED, LICENCE_TAKEN_AWAY -> PAPERS;
            case INVITATION, DRIVER_ACTIVE, DRIVER_REJECTED, STOPPED, STARTED -> ACCOUNT;
        };
    }

    /** Whether it goes out whatever the person wishes and whatever the hour. */
    public boolean always() {
        return this == CODE || this == MONEY || this == SAFETY;
    }

    /** Whether it waits for the morning. */
    public boolean sleeps() {
        return this == PROGRESS || this == PAPERS || this == ACCOUNT;
    }
}
