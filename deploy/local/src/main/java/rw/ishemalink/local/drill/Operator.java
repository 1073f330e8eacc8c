package rw.ishemalink.local.drill;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import rw.ishemalink.local.child.Programs;

/** Somebody who types commands of ours, each a process of its own, at a stack in a folder and on ports of its own. */
final class Operator {

    private static final String COMMAND = "rw.ishemalink.local.cli.Ishema";

    private final Path checkout;
    private final Path home;
    private final int portOffset;

    Operator(Path checkout, Path home, int portOffset) {
        this.checkout = checkout;
        this.home = home;
        this.portOffset = portOffset;
    }

    /** What came of a command. */
    record Typed(int exitCode, String output, Duration took) {}

    /** Types the line and waits until the command has ended. */
    Typed type(String line) {
        long begin = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder(command(line)).redirectErrorStream(true);
        builder.environment().put("ISHEMA_PORT_OFFSET", Integer.toString(portOffset));
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new Typed(process.waitFor(), output, DrillReport.since(begin));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot type " + line, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private List<String> command(String line) {
        List<String> command = new ArrayList<>(List.of(
                Programs.java(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dishema.checkout=" + checkout,
                "-Dishema.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                COMMAND));
        command.addAll(Runbook.words(line));
        return command;
    }
}
