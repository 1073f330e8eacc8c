package rw.ishemalink.booking.dispatch;

/** What became of an offer. */
public enum OfferState {
    /** It waits for an answer; only until it expires, whatever the sweep has yet to write. */
    OPEN,
    ACCEPTED,
    DECLINED,
    /** The driver let the time pass. */
    EXPIRED,
    /** What it was for is gone. */
    WITHDRAWN
}
