package rw.ishemalink.analytics.cube;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** What is added up in one cell: a number for each measure, and how long deliveries took. Immutable; a number that does not fit throws. */
@SuppressWarnings("EnumOrdinal") // A measure's place is where its number stands, here and in the stores; it says so.
public final class Sums {

    /** Nothing. */
    public static final Sums ZERO = new Sums(new long[0], Durations.NONE);

    private static final Measure[] MEASURES = Measure.values();

    /** By the measure's place; what is beyond the end is 0, and the last is not. */
    private final long[] values;

    private final Durations transit;

    private Sums(long[] values, Durations transit) {
        this.values = values;
        this.transit = transit;
    }

    /** One measure. */
    public static Sums of(Measure measure, long value) {
        return of(Map.of(measure, value));
    }

    /** Several measures. */
    public static Sums of(Map<Measure, Long> measures) {
        return of(measures, Durations.NONE);
    }

    /** Several measures, and how long deliveries took. */
    public static Sums of(Map<Measure, Long> measures, Durations transit) {
        long[] values = new long[MEASURES.length];
        measures.forEach((measure, value) -> values[measure.ordinal()] = value);
        return trimmed(values, transit);
    }

    /** By the measures' places, as {@link #values} gave them. */
    static Sums ofValues(long[] values, Durations transit) {
        return trimmed(values, transit);
    }

    private static Sums trimmed(long[] values, Durations transit) {
        int length = values.length;
        while (length > 0 && values[length - 1] == 0) {
            length--;
        }
        if (length == 0 && transit.isNone()) {
            return ZERO;
        }
        return new Sums(length == values.length ? values : Arrays.copyOf(values, length), transit);
    }

    /** What the measure adds up to. */
    public long get(Measure measure) {
        return measure.ordinal() < values.length ? values[measure.ordinal()] : 0;
    }

    /** The measures that are not 0. */
    public Map<Measure, Long> measures() {
        Map<Measure, Long> measures = new EnumMap<>(Measure.class);
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 0) {
                measures.put(MEASURES[i], values[i]);
            }
        }
        return measures;
    }

    /** How long each delivery took. */
    public Durations transit() {
        return transit;
    }

    /** By the measures' places, without the zeros at the end. */
    long[] values() {
        return values.clone();
    }

    /** What is left of the money when the VAT is paid, whole francs. */
    public long net() {
        return Math.subtractExact(get(Measure.GROSS), get(Measure.VAT));
    }

    /** Both together. */
    public Sums plus(Sums other) {
        boolean longer = values.length >= other.values.length;
        long[] sum = (longer ? values : other.values).clone();
        long[] added = longer ? other.values : values;
        for (int i = 0; i < added.length; i++) {
            sum[i] = Math.addExact(sum[i], added[i]);
        }
        return trimmed(sum, transit.plus(other.transit));
    }

    /** What takes these away when it is added. */
    public Sums negative() {
        long[] negative = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            negative[i] = Math.negateExact(values[i]);
        }
        return new Sums(negative, transit.negative());
    }

    /** The same without how long deliveries took. */
    public Sums withoutTransit() {
        return transit.isNone() ? this : trimmed(values, Durations.NONE);
    }

    /** What the aggregate keeps of it. */
    Sums keptBy(Aggregate aggregate) {
        long[] kept = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 0 && aggregate.measures().contains(MEASURES[i])) {
                kept[i] = values[i];
            }
        }
        return trimmed(kept, aggregate.hasTransit() ? transit : Durations.NONE);
    }

    /** Whether nothing is added up. */
    public boolean isZero() {
        return values.length == 0 && transit.isNone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sums sums && Arrays.equals(values, sums.values) && transit.equals(sums.transit);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + transit.hashCode();
    }

    @Override
    public String toString() {
        return measures() + (transit.isNone() ? "" : " " + transit);
    }
}
