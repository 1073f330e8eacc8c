package rw.ishemalink.analytics.cube;

/** Puts sums together, measure by measure. */
@SuppressWarnings("EnumOrdinal") // A measure's place is where its number stands, see Sums.
final class Adding {

    private static final int MEASURES = Measure.values().length;

    private final long[] values = new long[MEASURES];
    private Durations transit = Durations.NONE;

    /** Adds so much of the measure. */
    Adding add(Measure measure, long value) {
        values[measure.ordinal()] = Math.addExact(values[measure.ordinal()], value);
        return this;
    }

    /** Adds one. */
    Adding one(Measure measure) {
        return add(measure, 1);
    }

    /** Adds one, if it is so. */
    Adding oneIf(boolean so, Measure measure) {
        return add(measure, so ? 1 : 0);
    }

    /** Adds a delivery that took so long. */
    Adding took(Durations taken) {
        transit = transit.plus(taken);
        return this;
    }

    /** What was added; nothing may be added afterwards. */
    Sums sums() {
        return Sums.ofValues(values, transit);
    }
}
