package rw.ishemalink.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import rw.ishemalink.local.child.Folders;

/**
 * Which of analytics' generations: each counts everything anew, in stores and under a name of its own, so that two can run
 * side by side. The one that answers is written down beside its data and goes with it.
 */
public record Generation(int number) {

    /** The service, whose first generation has its name. */
    public static final String SERVICE = "analytics-streams";

    private static final String FILE = "analytics-streams.generation";

    /** What follows the name of an internal topic's generation, when that is not the first. */
    private static final Pattern LATER = Pattern.compile("g\\d+-.*");

    private static final Pattern INTERNAL = Pattern.compile(".*-(changelog|repartition)");

    public Generation {
        if (number < 1) {
            throw new IllegalArgumentException("generations begin with 1, not " + number);
        }
    }

    /**
     * The one that answers in the stack of that home; the first when none is written down.
     *
     * @throws UncheckedIOException when what is written down cannot be read
     */
    public static Generation current(Path home) {
        Path file = file(home);
        try {
            return new Generation(
                    Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 1);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (NumberFormatException e) {
            throw new UncheckedIOException("cannot understand " + file, new IOException(e));
        }
    }

    /** From now on this one answers. */
    public void write(Path home) {
        Path file = file(home);
        try {
            Folders.create(home.resolve("data"));
            Files.writeString(file, Integer.toString(number));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static Path file(Path home) {
        return home.resolve("data").resolve(FILE);
    }

    /** The one after it. */
    public Generation next() {
        return new Generation(number + 1);
    }

    /** Its name at the broker: consumer group, begin of its topics, folder of its stores. */
    public String applicationId() {
        return number == 1 ? SERVICE : SERVICE + "-g" + number;
    }

    /** Whether the topic is internal to this generation, and to no other. */
    public boolean owns(String topic) {
        String begin = applicationId() + "-";
        if (!topic.startsWith(begin) || !INTERNAL.matcher(topic).matches()) {
            return false;
        }
        return number > 1 || !LATER.matcher(topic.substring(begin.length())).matches();
    }
}
