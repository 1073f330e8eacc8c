package rw.ishemalink.payment.collecting;

/** Who carries the money. */
public enum Provider {
    MTN
}
