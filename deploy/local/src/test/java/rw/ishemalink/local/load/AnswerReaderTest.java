package rw.ishemalink.local.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;
import rw.ishemalink.local.load.HttpLoad.Answer;

class AnswerReaderTest {

    private static final String ANSWER =
            "HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\nContent-Length: 14\r\n\r\n{\"accepted\":1}";

    private final AnswerReader reader = new AnswerReader();

    @Test
    void an_answer_in_one_piece_is_read() {
        assertThat(reader.read(Buffer.buffer(ANSWER))).contains(new Answer(202, "{\"accepted\":1}"));
    }

    @Test
    void an_answer_in_any_two_pieces_is_read_and_then_the_next() {
        for (int cut = 1; cut < ANSWER.length(); cut++) {
            assertThat(reader.read(Buffer.buffer(ANSWER.substring(0, cut)))).isEmpty();
            assertThat(reader.read(Buffer.buffer(ANSWER.substring(cut)))).contains(new Answer(202, "{\"accepted\":1}"));
        }
    }

    @Test
    void an_answer_without_a_length_has_no_body() {
        assertThat(reader.read(Buffer.buffer("HTTP/1.1 204 No Content\r\n\r\n")))
                .contains(new Answer(204, ""));
    }
}
