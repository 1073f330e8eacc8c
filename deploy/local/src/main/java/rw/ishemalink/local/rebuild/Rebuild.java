package rw.ishemalink.local.rebuild;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import rw.ishemalink.local.child.Folders;
import rw.ishemalink.local.child.LogTail;
import rw.ishemalink.local.parts.PartFailedException;
import rw.ishemalink.local.stack.Generation;
import rw.ishemalink.local.stack.LocalStack;
import rw.ishemalink.local.stack.ServicePart;

/** One rebuild of analytics in a stack that runs. */
public final class Rebuild {

    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(3);
    private static final int POLL_MILLIS = 1_000;

    private final LocalStack stack;
    private final Path home;
    private final PrintWriter out;
    private final Generation old;
    private final Generation next;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PROBE_TIMEOUT).build();

    /** A rebuild that is yet to begin. */
    public Rebuild(LocalStack stack, PrintWriter out) {
        this.stack = stack;
        this.home = stack.options().parts().home();
        this.out = out;
        this.old = Generation.current(home);
        this.next = old.next();
    }

    /**
     * Counts everything anew and then lets the new counts answer. What was begun before and not ended goes on.
     *
     * @throws PartFailedException when the stack is down or the new generation ends; the old one then goes on answering
     */
    public void run() {
        require("kafka");
        require(Generation.SERVICE);
        long begin = System.nanoTime();
        ServicePart beside = startBeside();
        awaitReady(beside);
        say("generation %d has counted everything after %.0f s", next.number(), seconds(begin));
        begin = System.nanoTime();
        switchOver(beside);
        say("generation %d answers; for %.1f s nobody did", next.number(), seconds(begin));
        removeOld();
    }

    private void require(String part) {
        if (!stack.part(part).isAlive()) {
            throw new PartFailedException(part + " does not run; start the stack with ./ishema up");
        }
    }

    private ServicePart startBeside() {
        stack.stopForgotten(Generation.SERVICE + "-2");
        ServicePart beside = stack.launchAnother(
                Generation.SERVICE,
                Map.of(
                        "ISHEMA_ANALYTICS_GENERATION",
                        Integer.toString(next.number()),
                        // The folder of the one in whose place it comes; each generation has its own in it.
                        "ISHEMA_STATE_DIR",
                        stateFolder().toString()));
        say(
                "generation %d counts on port %d while generation %d goes on answering",
                next.number(), beside.port(), old.number());
        return beside;
    }

    private Path stateFolder() {
        return home.resolve("data").resolve(Generation.SERVICE);
    }

    private void awaitReady(ServicePart beside) {
        String said = "";
        while (!beside.isReady()) {
            if (!beside.isAlive()) {
                throw new PartFailedException("generation " + next.number() + " has ended, generation " + old.number()
                        + " goes on answering: "
                        + LogTail.findLastError(beside.log()).orElse("it wrote nothing")
                        + " (log: " + beside.log() + ")");
            }
            String now = progress(beside).text();
            if (!now.equals(said)) {
                say("  %s", now);
                said = now;
            }
            pause();
        }
    }

    private RebuildProgress progress(ServicePart beside) {
        HttpRequest request = HttpRequest.newBuilder(beside.url().resolve("/q/health/ready"))
                .timeout(PROBE_TIMEOUT)
                .build();
        try {
            return RebuildProgress.parse(http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8))
                    .body());
        } catch (IOException e) {
            return RebuildProgress.STARTING;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailedException("interrupted while waiting", e);
        }
    }

    /** On the port that everybody knows, with the stores that are there; back to the old one when that fails. */
    private void switchOver(ServicePart beside) {
        stack.stop(beside.name());
        next.write(home);
        try {
            stack.restart(Generation.SERVICE);
        } catch (PartFailedException e) {
            stack.kill(Generation.SERVICE);
            old.write(home);
            stack.start(Generation.SERVICE);
            throw new PartFailedException(
                    "generation " + next.number() + " did not take over, generation " + old.number()
                            + " answers again: " + e.getMessage(),
                    e);
        }
    }

    private void removeOld() {
        try (Leftovers leftovers = new Leftovers(stack.kafka().bootstrapServers())) {
            int topics = leftovers.topics(old).size();
            leftovers.remove(old);
            Folders.delete(stateFolder().resolve(old.applicationId()));
            say("removed of generation %d: its consumer group, %d topics and its stores", old.number(), topics);
        }
    }

    private void say(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailedException("interrupted while waiting", e);
        }
    }
}
