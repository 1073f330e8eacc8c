package rw.ishemalink.local.fuzz;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import rw.ishemalink.local.child.Folders;
import rw.ishemalink.local.openapi.ApiDocument;
import rw.ishemalink.local.stack.LocalStack;
import rw.ishemalink.local.stack.ServiceSpec;
import rw.ishemalink.local.stack.Services;
import rw.ishemalink.local.stack.StackOptions;
import rw.ishemalink.local.story.Story;
import rw.ishemalink.local.story.StoryContext;

/**
 * Valid, nearly valid and crooked requests to every endpoint of every service, through the door of a whole stack with a
 * story already in its databases. Any 5xx, and any request that gets no answer, fails.
 */
public final class FuzzLoad {

    /** Between them it is seen to it that all who send are logged in. */
    private static final int ROUND = 2_500;

    private final Path checkout;
    private final Function<LocalStack, StoryContext> context;
    private final long requests;
    private final long seed;
    private final Duration longest;
    private final PrintWriter out;

    /**
     * A fuzz that is yet to run.
     *
     * @param context how people reach the stack
     * @param seed of all that is random
     * @param longest after so long it ends, however many requests were sent
     */
    public FuzzLoad(
            Path checkout,
            Function<LocalStack, StoryContext> context,
            long requests,
            long seed,
            Duration longest,
            PrintWriter out) {
        this.checkout = checkout;
        this.context = context;
        this.requests = requests;
        this.seed = seed;
        this.longest = longest;
        this.out = out;
    }

    /** Runs it and prints what came back; false if anything failed, or not all could be sent in time. */
    public boolean run() {
        Path home = temporary();
        print("starting the whole suite%n");
        try (LocalStack stack = LocalStack.startForTests(StackOptions.forTests(checkout, home))) {
            Story story = new Story(context.apply(stack));
            story.potatoesFromNyamagabeToKigali();
            story.coffeeFromHuyeToKampala();
            return shoot(stack, new People(story.cast()));
        } finally {
            Folders.delete(home);
        }
    }

    private boolean shoot(LocalStack stack, People people) {
        Seen seen = new Seen(new SplittableRandom(seed));
        Shots shots = new Shots(seed, documents(stack), seen);
        print("%,d requests to %d endpoints, seed %d%n", requests, shots.countOperations(), seed);
        Tally tally = new Tally();
        long begin = System.nanoTime();
        try (Range range = new Range(stack.gatewayUrl())) {
            for (long from = 0; from < requests && System.nanoTime() - begin < longest.toNanos(); from += ROUND) {
                Round round = new Round(shots, people.loggedIn(), from, Math.min(requests, from + ROUND));
                range.shoot(round::next, (shot, answer) -> {
                    tally.count(shot, answer);
                    shots.note(shot, answer.status());
                    if (answer.status() < 300) {
                        seen.note(answer.body());
                    }
                });
                if (from / ROUND % 4 == 3) {
                    print("%,8d  %s%n", tally.requests(), tally.statuses());
                }
            }
        }
        return report(tally, Duration.ofNanos(System.nanoTime() - begin));
    }

    private boolean report(Tally tally, Duration taken) {
        print("%,d requests in %d s: %s%n", tally.requests(), taken.toSeconds(), tally.statuses());
        if (tally.failures() > 0) {
            print("%s%n", tally.report());
            print(
                    "WRONG: %,d failed; again: ./ishema load fuzz --requests %d --seed %d%n",
                    tally.failures(), requests, seed);
        } else if (tally.requests() < requests) {
            print("WRONG: not all were sent in %d minutes%n", longest.toMinutes());
        } else {
            print("right: everything was answered, and nothing with a 5xx%n");
        }
        return tally.failures() == 0 && tally.requests() >= requests;
    }

    /** Of every service that describes itself through the door. */
    private static Map<String, ApiDocument> documents(LocalStack stack) {
        Map<String, ApiDocument> documents = new LinkedHashMap<>();
        List<String> names = Services.list().stream()
                .map(ServiceSpec::name)
                .filter(name -> !name.equals("simulators"))
                .toList();
        for (String name : names) {
            documents.put(name, ApiDocument.of(read(stack.url(name).resolve("/q/openapi"))));
        }
        return documents;
    }

    private static String read(URI document) {
        HttpRequest request = HttpRequest.newBuilder(document)
                .header("Accept", "application/json")
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + document, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("ishemalink-fuzz");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void print(String format, Object... values) {
        out.printf(Locale.ROOT, format, values);
        out.flush();
    }
}
