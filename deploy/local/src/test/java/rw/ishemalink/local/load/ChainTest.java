package rw.ishemalink.local.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A chain is read to its end, however many stretches that takes, and not past the first that is broken. */
class ChainTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIRST =
            "{\"intact\":true,\"checked\":100,\"more\":true,\"end\":{\"sequence\":100,\"hash\":\"aa\"}}";
    private static final String LAST =
            "{\"intact\":true,\"checked\":7,\"more\":false,\"end\":{\"sequence\":107,\"hash\":\"bb\"}}";
    private static final String BROKEN =
            "{\"intact\":false,\"checked\":3,\"more\":true,\"end\":{\"sequence\":102,\"hash\":\"cc\"}}";
    private static final String LEDGER =
            "{\"intact\":true,\"sealed\":12,\"waiting\":0,\"end\":{\"sequence\":12,\"hash\":\"dd\"}}";

    private final List<String> asked = new ArrayList<>();

    @Test
    void eachStretchBeginsWhereTheOneBeforeEnded() {
        assertThat(verify(Chain.TRAIL, FIRST, LAST)).isEqualTo(new Chain.Found(true, 107, "107:bb"));
        assertThat(asked).containsExactly("/api/audit/verify?from=1", "/api/audit/verify?from=101");
    }

    @Test
    void theFirstBrokenStretchEndsTheReading() {
        assertThat(verify(Chain.TRAIL, FIRST, BROKEN, LAST).intact()).isFalse();
        assertThat(asked).hasSize(2);
    }

    @Test
    void theLedgerIsReadAtOnce() {
        assertThat(verify(Chain.LEDGER, LEDGER)).isEqualTo(new Chain.Found(true, 12, "12:dd"));
        assertThat(asked).hasSize(1);
    }

    private Chain.Found verify(Chain chain, String... answers) {
        return chain.verify(path -> {
            asked.add(path);
            return parse(answers[asked.size() - 1]);
        });
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
