package rw.ishemalink.local.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import rw.ishemalink.local.fuzz.FuzzLoad;
import rw.ishemalink.local.load.AnalyticsLoad;
import rw.ishemalink.local.load.AnalyticsOptions;
import rw.ishemalink.local.load.AnalyticsStage;
import rw.ishemalink.local.load.BookingLoad;
import rw.ishemalink.local.load.DoorLoad;
import rw.ishemalink.local.load.PaymentLoad;
import rw.ishemalink.local.load.PositionLoad;
import rw.ishemalink.local.load.PositionOptions;
import rw.ishemalink.local.load.PositionStage;
import rw.ishemalink.local.load.ReceiptLoad;
import rw.ishemalink.local.load.SagaLoad;
import rw.ishemalink.local.load.ScaleLoad;
import rw.ishemalink.local.load.ScaleOptions;
import rw.ishemalink.local.load.SyncLoad;

/** Benchmarks: each starts what it needs on fresh data and free ports, and leaves nothing behind. */
@Command(
        name = "load",
        description = "Loads a part of the suite and checks afterwards that all is right.",
        synopsisSubcommandLabel = "WHAT",
        subcommands = HelpCommand.class)
final class LoadCommand {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(name = "bookings", description = "New bookings and confirmations from 64 and 512 clients.")
    int bookings(
            @Option(
                            names = "--seconds",
                            defaultValue = "20",
                            description = "How long each run takes (default: ${DEFAULT-VALUE}).")
                    int seconds) {
        return new BookingLoad(
                                Checkout.current().root(),
                                Duration.ofSeconds(seconds),
                                spec.commandLine().getOut())
                        .run()
                ? 0
                : 1;
    }

    @Command(
            name = "payments",
            description = "Payments at a steady pace, then with every fault of the providers; parts are killed.")
    int payments(
            @Option(
                            names = "--per-second",
                            defaultValue = "100",
                            description = "Payments a second (default: ${DEFAULT-VALUE}).")
                    int perSecond,
            @Option(
                            names = "--seconds",
                            defaultValue = "60",
                            description = "How long without faults (default: ${DEFAULT-VALUE}).")
                    int seconds,
            @Option(
                            names = "--faulty",
                            defaultValue = "10000",
                            description = "How many with faults (default: ${DEFAULT-VALUE}).")
                    int faulty) {
        return new PaymentLoad(
                                Checkout.current().root(),
                                perSecond,
                                Duration.ofSeconds(seconds),
                                faulty,
                                spec.commandLine().getOut())
                        .run()
                ? 0
                : 1;
    }

    @Command(name = "sagas", description = "Rides from booking to delivery, through all services that move them.")
    int sagas(
            @Option(
                            names = "--seconds",
                            defaultValue = "60",
                            description = "How long after the warm-up (default: ${DEFAULT-VALUE}).")
                    int seconds,
            @Option(
                            names = "--at-once",
                            defaultValue = "200",
                            description = "How many are under way at a time (default: ${DEFAULT-VALUE}).")
                    int atOnce) {
        return new SagaLoad(
                                Checkout.current().root(),
                                Duration.ofSeconds(seconds),
                                atOnce,
                                spec.commandLine().getOut())
                        .run()
                ? 0
                : 1;
    }

    @Command(
            name = "scale",
            description = "Sagas through one, two, three instances of each service, with three brokers.")
    int scale(
            @Option(
                            names = "--seconds",
                            defaultValue = "30",
                            description = "How long each measurement takes (default: ${DEFAULT-VALUE}).")
                    int seconds,
            @Option(
                            names = "--warm-up",
                            defaultValue = "45",
                            description = "Seconds before each number of instances (default: ${DEFAULT-VALUE}).")
                    int warmUp,
            @Option(
                            names = "--at-once",
                            defaultValue = "48",
                            description = "How many sagas are under way at a time (default: ${DEFAULT-VALUE}).")
                    int atOnce,
            @Option(
                            names = "--instances",
                            defaultValue = "3",
                            description = "The most of each service (default: ${DEFAULT-VALUE}).")
                    int instances) {
        ScaleOptions options =
                new ScaleOptions(Duration.ofSeconds(seconds), Duration.ofSeconds(warmUp), atOnce, instances);
        return new ScaleLoad(
                                Checkout.current().root(),
                                options,
                                spec.commandLine().getOut())
                        .run()
                ? 0
                : 1;
    }

    @Command(name = "receipts", description = "Fiscal receipts, as fast as one device signs.")
    int receipts(
            @Option(
                            names = "--seconds",
                            defaultValue = "30",
                            description = "How long after the warm-up (default: ${DEFAULT-VALUE}).")
                    int seconds,
            @Option(
                            names = "--warm-up",
                            defaultValue = "20",
                            description = "Seconds before that (default: ${DEFAULT-VALUE}).")
                    int warmUp,
            @Option(
                            names = "--at-once",
                            defaultValue = "200",
                            description = "How many wait for their receipt at a time (default: ${DEFAULT-VALUE}).")
                    int atOnce) {
        return new ReceiptLoad(
                                Checkout.current().root(),
                                Duration.ofSeconds(warmUp),
                                Duration.ofSeconds(seconds),
                                atOnce,
                                spec.commandLine().getOut())
                        .run()
                ? 0
                : 1;
    }

    @Command(
            name = "sync",
            description = "Thousands of phones whose network comes back at once; the service is killed twice.")
    int sync(
            @Option(
                            names = "--phones",
                            defaultValue = "2000",
                            description = "How many, 20 actions each (default: ${DEFAULT-VALUE}).")
                    int phones,
            @Option(
                            names = "--minutes",
                            defaultValue = "15",
                            description = "After so long it has failed (default: ${DEFAULT-VALUE}).")
                    int minutes) {
        return new SyncLoad(
                                Checkout.current().root(),
                                phones,
                                Duration.ofMinutes(minutes),
                                spec.commandLine().getOut())
                        .run()
                ? 0
                : 1;
    }

    @Command(
            name = "positions",
            description = "Drivers' positions as fast as they are taken, watched, under kills and hours late.")
    int positions(
            @Option(
                            names = "--seconds",
                            defaultValue = "20",
                            description = "How long each run takes (default: ${DEFAULT-VALUE}).")
                    int seconds,
            @Option(
                            names = "--vehicles",
                            defaultValue = "100000",
                            description = "The most that send (default: ${DEFAULT-VALUE}).")
                    int vehicles,
            @Option(
                            names = "--viewers",
                            defaultValue = "5000",
                            description = "People who follow trips (default: ${DEFAULT-VALUE}).")
                    int viewers,
            @Option(
                            names = "--per-second",
                            defaultValue = "5000",
                            description = "Fixes a second meanwhile (default: ${DEFAULT-VALUE}).")
                    int perSecond,
            @Option(
                            names = "--late",
                            defaultValue = "10000",
                            description = "Drivers that come back after six hours (default: ${DEFAULT-VALUE}).")
                    int late,
            @Option(
                            names = "--stages",
                            split = ",",
                            description = "Only these: ${COMPLETION-CANDIDATES} (default: all).")
                    @Nullable
                    Set<PositionStage> stages) {
        PositionOptions options = new PositionOptions(
                Duration.ofSeconds(seconds),
                vehicles,
                viewers,
                perSecond,
                late,
                stages == null ? EnumSet.allOf(PositionStage.class) : stages);
        return new PositionLoad(
                                Checkout.current().root(),
                                options,
                                spec.commandLine().getOut())
                        .run()
                ? 0
                : 1;
    }

    @Command(
            name = "analytics",
            description =
                    "Analytics beside materialised views over the same bookings: catch-up, questions, freshness, sums.")
    int analytics(
            @Option(
                            names = "--bookings",
                            defaultValue = "1000000",
                            description = "How many there are before anything is measured (default: ${DEFAULT-VALUE}).")
                    int bookings,
            @Option(
                            names = "--seconds",
                            defaultValue = "30",
                            description = "How long each run takes (default: ${DEFAULT-VALUE}).")
                    int seconds,
            @Option(
                            names = "--per-second",
                            defaultValue = "200",
                            description = "Bookings a second while others look (default: ${DEFAULT-VALUE}).")
                    int perSecond,
            @Option(
                            names = "--seed",
                            defaultValue = "20261122",
                            description = "Of all that is random (default: ${DEFAULT-VALUE}).")
                    long seed,
            @Option(
                            names = "--stages",
                            split = ",",
                            description = "Only these: ${COMPLETION-CANDIDATES} (default: all).")
                    @Nullable
                    Set<AnalyticsStage> stages) {
        AnalyticsOptions options = new AnalyticsOptions(
                bookings,
                Duration.ofSeconds(seconds),
                perSecond,
                seed,
                stages == null ? EnumSet.allOf(AnalyticsStage.class) : stages);
        return new AnalyticsLoad(
                                Checkout.current().root(),
                                options,
                                spec.commandLine().getOut())
                        .run()
                ? 0
                : 1;
    }

    @Command(name = "door", description = "What the gateway adds to a request, and thousands of WebSockets through it.")
    int door(
            @Option(
                            names = "--seconds",
                            defaultValue = "5",
                            description = "How long each round takes (default: ${DEFAULT-VALUE}).")
                    int seconds,
            @Option(
                            names = "--sockets",
                            defaultValue = "10000",
                            description = "WebSockets to hold (default: ${DEFAULT-VALUE}).")
                    int sockets) {
        return new DoorLoad(
                                Checkout.current().root(),
                                Duration.ofSeconds(seconds),
                                sockets,
                                spec.commandLine().getOut())
                        .run()
                ? 0
                : 1;
    }

    @Command(
            name = "fuzz",
            description = "Valid and crooked requests to every endpoint, from the services' own descriptions; no 5xx.")
    int fuzz(
            @Option(
                            names = "--requests",
                            defaultValue = "100000",
                            description = "How many (default: ${DEFAULT-VALUE}).")
                    long requests,
            @Option(
                            names = "--seed",
                            defaultValue = "20261122",
                            description = "Of all that is random (default: ${DEFAULT-VALUE}).")
                    long seed,
            @Option(
                            names = "--minutes",
                            defaultValue = "20",
                            description = "After so long it has failed (default: ${DEFAULT-VALUE}).")
                    int minutes) {
        PrintWriter out = spec.commandLine().getOut();
        return new FuzzLoad(
                                Checkout.current().root(),
                                stack -> DemoCommand.context(stack, out),
                                requests,
                                seed,
                                Duration.ofMinutes(minutes),
                                out)
                        .run()
                ? 0
                : 1;
    }
}
