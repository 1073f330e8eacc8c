package rw.ishemalink.local.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import rw.ishemalink.local.parts.Part;

/** Processor time of a part with its children, those that have ended included (proc(5)); zero where the system does not tell. */
final class ProcessTimes {

    /** utime, stime, cutime, cstime: fields 14 to 17, counted from the one after the name. */
    private static final int FIRST = 11;

    private static final int LAST = 14;
    private static final int TICKS_PER_SECOND = 100;

    private ProcessTimes() {}

    static Duration of(Part part) {
        long ticks = ProcessHandle.of(part.pid()).stream()
                .flatMap(parent -> Stream.concat(Stream.of(parent), parent.descendants()))
                .flatMapToLong(process -> ticks(process.pid()))
                .sum();
        return Duration.ofMillis(ticks * 1_000 / TICKS_PER_SECOND);
    }

    private static LongStream ticks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // The program's name stands in brackets and may contain anything.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return LongStream.rangeClosed(FIRST, LAST).map(field -> Long.parseLong(fields[(int) field]));
        } catch (IOException e) {
            return LongStream.empty();
        }
    }
}
