package rw.ishemalink.local.child;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The end of a log file. */
public final class LogTail {

    private static final int TAIL_BYTES = 256 * 1024;
    private static final int LONGEST_LINE = 300;
    private static final Pattern COMPLAINT =
            Pattern.compile("\\b(ERROR|FATAL|PANIC)\\b|\\w+(Exception|Error)\\b|^Error:");
    private static final Pattern FRAME = Pattern.compile("^\\s+(at |\\.\\.\\. \\d+ more).*");

    private LogTail() {}

    /** The last line that complains, else the last line with text; empty without a log. */
    public static Optional<String> findLastError(Path log) {
        List<String> lines = lines(log).stream()
                .filter(line -> !line.isBlank() && !FRAME.matcher(line).matches())
                .toList();
        return lines.reversed().stream()
                .filter(line -> COMPLAINT.matcher(line).find())
                .findFirst()
                .or(() -> lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast()))
                .map(JsonLogLine::shorten)
                .map(line -> line.replace('\n', ' '))
                .map(line -> line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line);
    }

    private static List<String> lines(Path log) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(0, file.length() - TAIL_BYTES);
            byte[] tail = new byte[(int) (file.length() - start)];
            file.seek(start);
            file.readFully(tail);
            return new String(tail, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
