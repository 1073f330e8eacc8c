package rw.ishemalink.compliance.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedCursorTest {

    private static final String TOPIC = "gov.rra.receipts";

    @Property
    void a_cursor_comes_back_as_it_was_given(@ForAll @LongRange(min = 0) long position) {
        FeedCursor cursor = new FeedCursor(TOPIC, "ishemalink", position);

        assertThat(FeedCursor.parse(cursor.text(), TOPIC, "ishemalink")).contains(cursor);
        assertThat(cursor.text()).matches("[A-Za-z0-9_-]+");
    }

    /** Agencies keep cursors for years: this one was given out by the first version. */
    @Test
    void a_cursor_of_the_first_version_is_still_understood() {
        assertThat(FeedCursor.parse("MXxnb3YucnJhLnJlY2VpcHRzfGlzaGVtYWxpbmt8NDI", TOPIC, "ishemalink"))
                .contains(new FeedCursor(TOPIC, "ishemalink", 42));
    }

    @Test
    void a_cursor_of_another_feed_or_tenant_is_none() {
        String text = new FeedCursor(TOPIC, "ishemalink", 7).text();

        assertThat(FeedCursor.parse(text, "gov.bnr.payments", "ishemalink")).isEmpty();
        assertThat(FeedCursor.parse(text, TOPIC, "geo")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "not base64!",
                "2|gov.rra.receipts|ishemalink|7",
                "1|gov.rra.receipts|ishemalink|-1",
                "1|gov.rra.receipts|ishemalink|x",
                "1|gov.rra.receipts|ishemalink",
                "1|gov.rra.receipts|ishemalink|7|7"
            })
    void what_was_never_given_out_is_none(String inside) {
        String encoded = Base64.getUrlEncoder().encodeToString(inside.getBytes(StandardCharsets.UTF_8));

        assertThat(FeedCursor.parse(encoded, TOPIC, "ishemalink")).isEmpty();
        assertThat(FeedCursor.parse(inside, TOPIC, "ishemalink")).isEmpty();
    }
}
