package rw.ishemalink.local.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Memory of processes. */
final class Memory {

    private static final Pattern PROPORTIONAL = Pattern.compile("Pss:\\s+(\\d+) kB");
    private static final int KILOBYTES = 1024;

    private Memory() {}

    /** Megabytes of a process and all its children, shared pages counted once; empty where the system does not tell. */
    static Optional<Long> ofFamily(long pid) {
        LongStream family = ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .mapToLong(ProcessHandle::pid);
        long kilobytes = family.map(member -> ofProcess(member).orElse(0L)).sum();
        return kilobytes == 0 ? Optional.empty() : Optional.of(kilobytes / KILOBYTES);
    }

    private static Optional<Long> ofProcess(long pid) {
        Path rollup = Path.of("/proc", Long.toString(pid), "smaps_rollup");
        return Files.exists(rollup) ? fromLinux(rollup) : fromPs(pid);
    }

    private static Optional<Long> fromLinux(Path rollup) {
        try (Stream<String> lines = Files.lines(rollup)) {
            return lines.map(PROPORTIONAL::matcher)
                    .filter(Matcher::find)
                    .map(match -> Long.valueOf(match.group(1)))
                    .findFirst();
        } catch (IOException | java.io.UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Long> fromPs(long pid) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            try (BufferedReader out = ps.inputReader()) {
                String line = out.readLine();
                return line == null ? Optional.empty() : Optional.of(Long.valueOf(line.strip()));
            }
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
