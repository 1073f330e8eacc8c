package rw.ishemalink.analytics.engine;

/**
 * How far a generation is with facts and events, by the broker's count of records: what compaction has taken away
 * counts as done.
 *
 * @param done how many are counted
 * @param all how many there are
 */
record CatchUp(long done, long all) {

    private static final long HUNDREDTH = 100;
    private static final long MANY = 1_000;

    /** The ends of transactions look like records, two for each partition. */
    private static final long FEW = 12;

    /** Nothing is known yet. */
    static final CatchUp UNKNOWN = new CatchUp(0, 0);

    /** With one partition more. */
    CatchUp plus(long begin, long counted, long end) {
        return new CatchUp(done + Math.max(0, Math.min(counted, end) - begin), all + Math.max(0, end - begin));
    }

    /** Whether no more is behind than in any running system: a hundredth, and no thousand. */
    boolean isNear() {
        return all - done <= Math.max(FEW, Math.min(MANY, all / HUNDREDTH));
    }

    /** From 0 to 1. */
    double share() {
        return all == 0 ? 1 : (double) done / all;
    }
}
