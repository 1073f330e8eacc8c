package rw.ishemalink.local.story;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What happened, line by line, told as it happens. */
public final class Timeline {

    /** One line: when since the beginning, who, what, and the state it left. */
    public record Entry(Duration at, String who, String what, String state) {}

    private final Instant beginning = Instant.now();
    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private final Consumer<String> printer;

    Timeline(Consumer<String> printer) {
        this.printer = printer;
    }

    void chapter(String title) {
        printer.accept("");
        printer.accept(title);
    }

    void say(String who, String what, String state) {
        Entry entry = new Entry(Duration.between(beginning, Instant.now()), who, what, state);
        entries.add(entry);
        printer.accept("%7.2f s  %-15s %-62s %s"
                .formatted(entry.at().toMillis() / 1000.0, entry.who(), entry.what(), entry.state()));
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }
}
