package rw.ishemalink.local.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import rw.ishemalink.local.backup.StackArchive;
import rw.ishemalink.local.stack.LocalStack;
import rw.ishemalink.local.stack.Services;
import rw.ishemalink.local.stack.StackLock;
import rw.ishemalink.local.story.StoryContext;
import rw.ishemalink.local.story.StoryPlayer;

/** Starts everything and plays the story. */
@Command(name = "demo", description = "Starts everything and plays the story through the gateway.")
final class DemoCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Option(names = "--exit", description = "stops everything afterwards; otherwise it stays up")
    private boolean exit;

    @Option(names = "--json", paramLabel = "FILE", description = "writes what the story showed")
    private @Nullable Path json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Checkout checkout = Checkout.current();
        return StackLock.holding(
                checkout.home(), () -> play(checkout.stack(), spec.commandLine().getOut()));
    }

    private int play(LocalStack stack, PrintWriter out) {
        StackArchive.find(stack).ifPresent(StackArchive::start);
        BringUp bringUp = new BringUp(stack, out);
        long begin = System.nanoTime();
        boolean told = bringUp.run() && tell(stack, Duration.ofNanos(System.nanoTime() - begin), out);
        bringUp.keep();
        if (exit) {
            DownCommand.stop(stack, out);
        }
        return told ? 0 : 1;
    }

    private boolean tell(LocalStack stack, Duration startUp, PrintWriter out) {
        DemoReport report = new DemoReport(startUp);
        try {
            StoryPlayer.Result result = StoryPlayer.play(context(stack, out));
            report.tell(result);
        } catch (RuntimeException e) {
            report.fail(String.valueOf(e.getMessage()));
        }
        Optional.ofNullable(json).ifPresent(report::write);
        report.findFailure()
                .ifPresentOrElse(
                        reason -> out.println("\nthe story did not end well: " + reason),
                        () -> whereToLook(stack, out));
        out.flush();
        return report.findFailure().isEmpty();
    }

    /** How people reach that stack. */
    static StoryContext context(LocalStack stack, PrintWriter out) {
        return new StoryContext(
                stack.gatewayUrl(),
                stack.simulatorsUrl(),
                System.getenv().getOrDefault("ISHEMA_ADMIN_PHONE", Services.ADMIN_PHONE),
                System.getenv().getOrDefault("ISHEMA_SECOND_ADMIN_PHONE", Services.SECOND_ADMIN_PHONE),
                PATIENCE,
                line -> {
                    out.println(line);
                    out.flush();
                });
    }

    private void whereToLook(LocalStack stack, PrintWriter out) {
        if (exit) {
            return;
        }
        String gateway = "http://localhost:" + stack.part("gateway").port();
        out.println();
        out.println("Bookings as they move    " + gateway);
        out.println("Every endpoint           " + gateway + "/docs");
        out.println("The outside world        http://localhost:"
                + stack.part("simulators").port());
        out.println(
                "The contracts            http://localhost:" + stack.registry().port());
        out.println("./ishema status shows what runs, ./ishema down stops it.");
    }
}
