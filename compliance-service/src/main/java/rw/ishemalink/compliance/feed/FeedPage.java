package rw.ishemalink.compliance.feed;

import java.util.List;

/**
 * A stretch of a feed.
 *
 * @param records JSON, oldest first
 * @param last number of the last of them; where the stretch begins when there is none
 */
public record FeedPage(List<String> records, long last) {

    public FeedPage {
        records = List.copyOf(records);
    }
}
