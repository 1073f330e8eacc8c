package rw.ishemalink.local.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import rw.ishemalink.local.stack.Services;
import rw.ishemalink.local.story.StoryContext;
import rw.ishemalink.local.story.StoryPlayer;

/** Plays the story where this command started nothing. */
@Command(name = "story", description = "Plays the story against a suite that runs elsewhere, with its simulators.")
final class StoryCommand implements Callable<Integer> {

    @Option(
            names = "--gateway",
            paramLabel = "URL",
            defaultValue = "http://localhost:8080",
            description = "the one door; otherwise ${DEFAULT-VALUE}")
    private URI gateway = URI.create("");

    @Option(
            names = "--simulators",
            paramLabel = "URL",
            defaultValue = "http://localhost:8090",
            description = "the outside world; otherwise ${DEFAULT-VALUE}")
    private URI simulators = URI.create("");

    @Option(names = "--trust", paramLabel = "PEM", description = "the door's certificate, if nobody known signed it")
    private @Nullable Path certificate;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "how long people wait for something to happen; otherwise ${DEFAULT-VALUE}")
    private long patienceSeconds;

    @Option(names = "--json", paramLabel = "FILE", description = "writes what the story showed")
    private @Nullable Path json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        // Before the first phone speaks.
        Optional.ofNullable(certificate).ifPresent(TrustedDoor::trust);
        PrintWriter out = spec.commandLine().getOut();
        DemoReport report = new DemoReport();
        try {
            report.tell(StoryPlayer.play(context(out)));
        } catch (RuntimeException e) {
            report.fail(String.valueOf(e.getMessage()));
        }
        Optional.ofNullable(json).ifPresent(report::write);
        out.println(report.findFailure()
                .map(reason -> "\nthe story did not end well: " + reason)
                .orElseGet(() -> "\nthe story ended well after %.1f s".formatted(report.storySeconds())));
        out.flush();
        return report.findFailure().isEmpty() ? 0 : 1;
    }

    private StoryContext context(PrintWriter out) {
        return new StoryContext(
                gateway,
                simulators,
                System.getenv().getOrDefault("ISHEMA_ADMIN_PHONE", Services.ADMIN_PHONE),
                System.getenv().getOrDefault("ISHEMA_SECOND_ADMIN_PHONE", Services.SECOND_ADMIN_PHONE),
                Duration.ofSeconds(patienceSeconds),
                line -> {
                    out.println(line);
                    out.flush();
                });
    }
}
