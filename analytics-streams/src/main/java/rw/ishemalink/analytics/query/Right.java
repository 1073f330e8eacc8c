package rw.ishemalink.analytics.query;

import java.util.function.UnaryOperator;

/**
 * By what right another instance is asked.
 *
 * @param base below which path it is asked
 * @param header the header that proves it
 * @param proof of a question with that path
 */
public record Right(String base, String header, UnaryOperator<String> proof) {

    private static final String FOR_SOMEBODY = "/internal/analytics";

    /** By the right of the caller whose bearer token it is. */
    public static Right of(String token) {
        return new Right(FOR_SOMEBODY, "Authorization", _ -> "Bearer " + token);
    }

    /** Where the question of that path is answered. */
    String path(String path) {
        return base + path.substring(FOR_SOMEBODY.length());
    }
}
