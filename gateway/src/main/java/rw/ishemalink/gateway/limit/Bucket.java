package rw.ishemalink.gateway.limit;

/** A bucket of this instance alone, for the time in which the shared ones cannot be reached. Not safe for many threads. */
final class Bucket {

    private static final double NANOS_PER_SECOND = 1e9;

    private final Allowance allowance;
    private double requests;
    private long filledAtNanos;

    Bucket(Allowance allowance, long nowNanos) {
        this.allowance = allowance;
        this.requests = allowance.requests();
        this.filledAtNanos = nowNanos;
    }

    /** Takes as many as are there, at most so many. */
    Taken take(int wanted, long nowNanos) {
        double more = (nowNanos - filledAtNanos) / NANOS_PER_SECOND * allowance.perSecond();
        requests = Math.min(allowance.requests(), requests + more);
        filledAtNanos = nowNanos;
        int granted = Math.min(wanted, (int) requests);
        requests -= granted;
        return new Taken(granted, requests);
    }
}
