package rw.ishemalink.analytics.live;

import java.util.UUID;

/** Somebody who watches, over whatever line. */
public interface Watcher {

    /** Who it is. */
    UUID personId();

    /** By whose right other instances are asked. */
    String token();

    /** Whether that right is over. */
    boolean isOver();

    /** There may be something new, or it is time for a sign of life. */
    void look();

    /** Nothing comes any more. */
    void end();
}
