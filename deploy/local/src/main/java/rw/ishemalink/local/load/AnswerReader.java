package rw.ishemalink.local.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.vertx.core.buffer.Buffer;
import java.util.Locale;
import java.util.Optional;
import rw.ishemalink.local.load.HttpLoad.Answer;

/** Puts HTTP/1.1 answers together (RFC 9112), one at a time: as little work as can be, for it is not what is measured. */
final class AnswerReader {

    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final String LENGTH = "\r\ncontent-length:";
    private static final int STATUS_BEGIN = "HTTP/1.1 ".length();
    private static final int STATUS_END = STATUS_BEGIN + 3;

    private Buffer pending = Buffer.buffer();

    /** The answer, once all of it is there. */
    Optional<Answer> read(Buffer more) {
        pending = pending.length() == 0 ? more : pending.appendBuffer(more);
        String text = pending.toString(ISO_8859_1);
        int head = text.indexOf(END_OF_HEAD);
        if (head < 0) {
            return Optional.empty();
        }
        int begin = head + END_OF_HEAD.length();
        int end = begin + lengthIn(text.substring(0, head).toLowerCase(Locale.ROOT));
        if (text.length() < end) {
            return Optional.empty();
        }
        pending = Buffer.buffer();
        return Optional.of(
                new Answer(Integer.parseInt(text.substring(STATUS_BEGIN, STATUS_END)), text.substring(begin, end)));
    }

    /** What is begun is forgotten: the line is another. */
    void reset() {
        pending = Buffer.buffer();
    }

    private static int lengthIn(String head) {
        int begin = head.indexOf(LENGTH);
        if (begin < 0) {
            return 0;
        }
        int end = head.indexOf("\r\n", begin + LENGTH.length());
        return Integer.parseInt(head.substring(begin + LENGTH.length(), end < 0 ? head.length() : end)
                .strip());
    }
}
