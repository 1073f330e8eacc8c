package rw.ishemalink.analytics.drivers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one partition knows of a board.
 *
 * @param top its best, the first first
 * @param own what the driver did that is asked for; null when the driver is not in it
 * @param before how many of it come before the standing that is asked for
 * @param ranked how many it ranks
 */
public record BoardPart(List<Standing> top, @Nullable Standing own, long before, long ranked) {

    public BoardPart {
        top = List.copyOf(top);
    }
}
