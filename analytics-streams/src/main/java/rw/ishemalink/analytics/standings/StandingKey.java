package rw.ishemalink.analytics.standings;

import java.util.regex.Pattern;

/**
 * One entry of a board.
 *
 * @param tenant whose bookings are counted
 * @param id the route or driver on the board
 */
public record StandingKey(String tenant, Board board, String id) {

    private static final String SEPARATOR = "\u0000";
    private static final Pattern SEPARATED = Pattern.compile(SEPARATOR);

    /** The key as the stores and the internal topic have it. */
    String text() {
        return String.join(SEPARATOR, tenant, board.name(), id);
    }

    static StandingKey parse(String text) {
        String[] parts = SEPARATED.split(text, 3);
        return new StandingKey(parts[0], Board.valueOf(parts[1]), parts[2]);
    }
}
