package rw.ishemalink.local.load;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import rw.ishemalink.local.child.Folders;
import rw.ishemalink.local.stack.ServicePart;

/**
 * What the door costs: the same requests through it and past it by turns, requests with tokens that it knows and with ones
 * that it has never seen, and thousands of open WebSockets.
 */
public final class DoorLoad {

    private static final String GATEWAY = "gateway";
    private static final String PATH = "/api/bookings";
    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final int ROUNDS = 5;
    private static final int PEOPLE = 256;
    private static final int STRANGERS = 60_000;

    /** Files that a JVM has open besides its sockets. */
    private static final int OTHER_FILES = 400;

    private final Path checkout;
    private final Duration time;
    private final int sockets;
    private final PrintWriter out;
    private long wrong;

    /**
     * A load that is yet to run.
     *
     * @param time of each round
     * @param sockets how many WebSockets to hold
     */
    public DoorLoad(Path checkout, Duration time, int sockets, PrintWriter out) {
        this.checkout = checkout;
        this.time = time;
        this.sockets = sockets;
        this.out = out;
    }

    /** Runs it and prints the figures; false if something was answered wrongly. */
    public boolean run() {
        Path folder = newFolder();
        say("starting PostgreSQL, Kafka, the registry, the gateway and a service that only answers");
        try (EchoService service = EchoService.start(folder)) {
            URI direct = URI.create("http://127.0.0.1:" + service.port());
            try (LoadStack stack =
                            new LoadStack(checkout, Map.of(GATEWAY, Map.of("ISHEMA_BOOKING_URL", direct.toString())));
                    HttpLoad door = new HttpLoad(stack.url(GATEWAY));
                    HttpLoad past = new HttpLoad(direct)) {
                List<String> tokens = tokens(stack.mint(), PEOPLE);
                requests(door, past, tokens);
                strangers(door, stack.mint(), tokens);
                holdSockets(stack, tokens);
            }
        } finally {
            Folders.delete(folder);
        }
        say(wrong == 0 ? "right: every request and every socket was answered" : "WRONG: " + wrong + " answers");
        return wrong == 0;
    }

    private void requests(HttpLoad door, HttpLoad past, List<String> tokens) {
        heading();
        print("warm-up", run(door, 64, WARM_UP, byTurns(tokens)));
        run(past, 64, WARM_UP.dividedBy(4), byTurns(tokens));
        for (int clients : new int[] {1, 16, 64}) {
            Histogram with = new Histogram(3);
            Histogram without = new Histogram(3);
            for (int round = 0; round < ROUNDS; round++) {
                LoadResult through = run(door, clients, time, byTurns(tokens));
                LoadResult direct = run(past, clients, time, byTurns(tokens));
                print("through", through);
                print("past", direct);
                with.add(through.micros());
                without.add(direct.micros());
            }
            say(String.format(
                    Locale.ROOT,
                    "%d clients: the door adds %.2f ms at p50, %.2f ms at p99",
                    clients,
                    (with.getValueAtPercentile(50) - without.getValueAtPercentile(50)) / 1_000.0,
                    (with.getValueAtPercentile(99) - without.getValueAtPercentile(99)) / 1_000.0));
        }
    }

    private void strangers(HttpLoad door, TokenMint mint, List<String> known) {
        List<String> strangers = tokens(mint, STRANGERS);
        AtomicInteger next = new AtomicInteger();
        Supplier<Optional<LoadRequest>> firstSeen = () -> {
            int number = next.getAndIncrement();
            return number < strangers.size()
                    ? Optional.of(new LoadRequest(PATH, strangers.get(number), ""))
                    : Optional.empty();
        };
        print("known tokens", run(door, 64, time.multipliedBy(2), byTurns(known)));
        print("new tokens", run(door, 64, time.multipliedBy(2), firstSeen));
    }

    private void holdSockets(LoadStack stack, List<String> tokens) {
        int possible = possibleSockets();
        if (possible < sockets) {
            say("a process may have no more files open here than " + possible + " sockets through the door need");
        }
        int clients = Math.min(sockets, possible);
        say("before: " + memory(stack));
        try (SocketClients people = new SocketClients(stack.url(GATEWAY), clients)) {
            int opened = people.open(clients, _ -> PATH + "/live", number -> tokens.get(number % tokens.size()));
            say(opened + " WebSockets open, " + people.failed() + " not: " + memory(stack));
            int heard = people.talk("muraho");
            say(heard + " heard their echo: " + memory(stack));
            wrong += clients - Math.min(heard, people.stillOpen());
        }
    }

    /** Through the door each takes two files of the gateway's process. */
    private static int possibleSockets() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? (int) Math.min(Integer.MAX_VALUE, (system.getMaxFileDescriptorCount() - OTHER_FILES) / 2)
                : Integer.MAX_VALUE;
    }

    private static String memory(LoadStack stack) {
        long pid = ((ServicePart) stack.stack().part(GATEWAY)).pid();
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS") || line.startsWith("VmHWM"))
                    .map(line -> line.replaceAll("\\s+", " "))
                    .reduce((one, other) -> one + ", " + other)
                    .orElse("");
        } catch (IOException e) {
            return "the system does not tell how much memory";
        }
    }

    private LoadResult run(HttpLoad load, int clients, Duration duration, Supplier<Optional<LoadRequest>> requests) {
        return load.run(clients, duration, requests, (_, answer) -> {
            if (answer.status() != 200) {
                wrong++;
            }
        });
    }

    private static Supplier<Optional<LoadRequest>> byTurns(List<String> tokens) {
        AtomicInteger next = new AtomicInteger();
        return () -> Optional.of(
                new LoadRequest(PATH, tokens.get(Math.floorMod(next.getAndIncrement(), tokens.size())), ""));
    }

    private static List<String> tokens(TokenMint mint, int people) {
        return IntStream.range(0, people)
                .mapToObj(i -> mint.tokenOf(UUID.randomUUID(), String.format(Locale.ROOT, "+25078%07d", i)))
                .toList();
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("ishemalink-door");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void heading() {
        out.printf(
                Locale.ROOT,
                "%-14s %8s %10s %8s %8s  %s%n",
                "",
                "clients",
                "per s",
                "p50 ms",
                "p99 ms",
                "answers by status");
        out.flush();
    }

    private void print(String what, LoadResult result) {
        out.printf(
                Locale.ROOT,
                "%-14s %8d %10.0f %8.2f %8.2f  %s%n",
                what,
                result.clients(),
                result.perSecond(),
                result.millisAt(50),
                result.millisAt(99),
                result.statuses());
        out.flush();
    }

    private void say(String text) {
        out.println(text);
        out.flush();
    }
}
