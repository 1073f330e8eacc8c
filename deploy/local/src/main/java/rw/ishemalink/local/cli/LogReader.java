package rw.ishemalink.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Prints logs; each line begins with the part's name if there are several. */
final class LogReader {

    static final Duration PAUSE = Duration.ofMillis(300);
    private static final int TAIL_BYTES = 1 << 20;
    private static final byte NEWLINE = '\n';

    private final Map<String, Path> logs;
    private final PrintWriter out;
    private final Map<String, Long> printedUpTo = new HashMap<>();

    LogReader(Map<String, Path> logs, PrintWriter out) {
        this.logs = logs;
        this.out = out;
    }

    /** The last lines of each log. */
    void printTails(int lines) {
        logs.forEach((name, log) -> {
            long from = Math.max(0, size(log) - TAIL_BYTES);
            List<String> all = readWholeLines(name, log, from);
            print(name, all.subList(Math.max(0, all.size() - lines), all.size()));
        });
    }

    /** What was written since. */
    void printNew() {
        logs.forEach((name, log) -> {
            long from = printedUpTo.getOrDefault(name, 0L);
            print(name, readWholeLines(name, log, size(log) < from ? 0 : from));
        });
    }

    private void print(String name, List<String> lines) {
        lines.forEach(line -> out.println(logs.size() > 1 ? "%-21s %s".formatted(name, line) : line));
        out.flush();
    }

    /** A line that is still being written is left for the next time. */
    private List<String> readWholeLines(String name, Path log, long from) {
        if (!Files.exists(log)) {
            return List.of();
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] bytes = new byte[(int) Math.min(file.length() - from, TAIL_BYTES)];
            file.seek(from);
            file.readFully(bytes);
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] != NEWLINE) {
                end--;
            }
            printedUpTo.put(name, from + end);
            return new String(bytes, 0, end, UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + log, e);
        }
    }

    private static long size(Path log) {
        try {
            return Files.exists(log) ? Files.size(log) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
