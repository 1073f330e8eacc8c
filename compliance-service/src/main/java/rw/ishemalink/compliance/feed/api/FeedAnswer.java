package rw.ishemalink.compliance.feed.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rw.ishemalink.compliance.feed.FeedCursor;
import rw.ishemalink.compliance.feed.FeedPage;

/**
 * A page of a feed.
 *
 * @param records the topic's records as flat JSON, oldest first; none when there is nothing new
 * @param next cursor for the next page; keep it, and ask with it again later when there were no records
 */
record FeedAnswer(
        String topic,
        String agency,

        @JsonRawValue
        @Schema(
                type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.ARRAY,
                implementation = Object.class)
        String records,

        int count,
        String next) {

    static FeedAnswer of(FeedQuestion asked, FeedPage page, FeedCursor next) {
        List<String> records = page.records();
        return new FeedAnswer(
                asked.topic().topicName(),
                asked.agency().name(),
                "[" + String.join(",", records) + "]",
                records.size(),
                next.text());
    }
}
