package rw.ishemalink.gateway.limit;

import java.time.Duration;

/**
 * So many requests in so long a time, at once or spread: a bucket that holds that many and fills up again in that time.
 *
 * @param requests at least 1
 * @param per the time, at least a second
 */
public record Allowance(int requests, Duration per) {

    /** An instance takes a tenth of a bucket at a time, so that one request in so many costs a statement. */
    private static final int LUMPS = 10;

    public Allowance {
        if (requests < 1 || per.toSeconds() < 1) {
            throw new IllegalArgumentException("no allowance: " + requests + " per " + per);
        }
    }

    /** Reads e.g. {@code 60/1m}: 60 a minute; s, m and h are known. */
    public static Allowance parse(CharSequence text) {
        String[] parts = text.toString().strip().split("/", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("not an allowance like 60/1m: " + text);
        }
        return new Allowance(Integer.parseInt(parts[0].strip()), Duration.parse("PT" + parts[1].strip()));
    }

    /** That many times as much in the same time. */
    public Allowance times(int factor) {
        return new Allowance(Math.multiplyExact(requests, factor), per);
    }

    int lump() {
        return Math.max(1, requests / LUMPS);
    }

    double perSecond() {
        return requests * 1_000.0 / per.toMillis();
    }
}
