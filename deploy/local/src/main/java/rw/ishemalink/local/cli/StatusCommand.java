package rw.ishemalink.local.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import rw.ishemalink.local.stack.PartState;
import rw.ishemalink.local.stack.PartStatus;

/** Shows what runs. */
@Command(name = "status", description = "Shows every part; exit code 0 only if all are ready.")
final class StatusCommand implements Callable<Integer> {

    private static final String ROW = "%-21s %8s %6s  %-10s %10s %10s";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<PartStatus> parts = Checkout.current().stack().listStatus();
        PrintWriter out = spec.commandLine().getOut();
        out.println(ROW.formatted("name", "pid", "port", "state", "memory MB", "uptime"));
        parts.forEach(part -> out.println(row(part)));
        long megabytes = parts.stream()
                .mapToLong(part -> part.memoryMegabytes().orElse(0L))
                .sum();
        out.println(ROW.formatted("", "", "", "together", megabytes, "").stripTrailing());
        out.flush();
        return parts.stream().allMatch(part -> part.state() == PartState.READY) ? 0 : 1;
    }

    static String row(PartStatus part) {
        return ROW.formatted(
                        part.name(),
                        part.pid().map(String::valueOf).orElse("-"),
                        part.port(),
                        part.state().text(),
                        part.memoryMegabytes().map(String::valueOf).orElse("-"),
                        part.uptime().map(StatusCommand::text).orElse("-"))
                .stripTrailing();
    }

    static String text(Duration uptime) {
        return uptime.toHours() > 0
                ? "%d h %02d min".formatted(uptime.toHours(), uptime.toMinutesPart())
                : "%d min %02d s".formatted(uptime.toMinutes(), uptime.toSecondsPart());
    }
}
