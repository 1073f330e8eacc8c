package rw.ishemalink.analytics.query.api;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.problem.ProblemException;

/**
 * Where: {@code zone} in a request. A district's code begins with its province's (1 Kigali, 2 South, 3 West, 4 North,
 * 5 East), so what begins alike lies within.
 *
 * @param code e.g. RW-25 (a district), RW-2 (a province), UG (a country); "" for anywhere
 */
public record Zone(String code) {

    private static final Pattern CODE = Pattern.compile("[A-Z]{2}|RW-[1-5][1-8]?");

    /**
     * The zone asked for, anywhere if none is.
     *
     * @throws ProblemException 400 when it is none
     */
    public static Zone parse(@Nullable String text) {
        if (text == null) {
            return new Zone("");
        }
        if (!CODE.matcher(text).matches()) {
            throw ProblemException.badRequest("no-zone", text);
        }
        return new Zone(text);
    }

    /** Whether a place, as {@code Place.code()} writes it, lies within. */
    public boolean has(String place) {
        return place.startsWith(code);
    }
}
