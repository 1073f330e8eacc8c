package rw.ishemalink.local.drill;

import static rw.ishemalink.local.drill.DrillReport.seconds;
import static rw.ishemalink.local.drill.DrillReport.since;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import rw.ishemalink.local.drill.Operator.Typed;

/** Makes happen what each page of the recovery plan is about, types what it says, and looks whether it is over. */
public final class RunbookDrill {

    private static final String STATUS = "./ishema status";
    private static final String DEAD_LETTERS = "./ishema dead-letters";
    private static final String NONE_DEAD = "no dead letters";
    private static final String EACH_WEEK = "./ishema backup verify --restore";

    private final Path checkout;
    private final int portOffset;
    private final DrillReport report;

    /**
     * A drill that is yet to run.
     *
     * @param portOffset of its stack, beside the one that may run
     */
    public RunbookDrill(Path checkout, int portOffset, PrintWriter out) {
        this.checkout = checkout.toAbsolutePath().normalize();
        this.portOffset = portOffset;
        this.report = new DrillReport(out);
    }

    /** Runs it; false if a command does not do what its page says. */
    public boolean run() {
        long begin = System.nanoTime();
        Path home = makeHome();
        Operator operator = new Operator(checkout, home, portOffset);
        StrickenStack stack = new StrickenStack(checkout, home, portOffset);
        // Its parts outlive the commands that start them, and must not outlive the drill.
        Thread whenInterrupted = Thread.ofPlatform().unstarted(stack::clear);
        Runtime.getRuntime().addShutdownHook(whenInterrupted);
        try {
            boolean right = type(operator, "./ishema up --archive", true);
            for (Scenario scenario : Scenario.PLAN) {
                right = right && play(scenario, operator, stack);
            }
            right = right && type(operator, EACH_WEEK, true);
            report.print(
                    "%s, after %.0f s%n", right ? "right: the pages hold" : "WRONG: see above", seconds(since(begin)));
            return right;
        } finally {
            Runtime.getRuntime().removeShutdownHook(whenInterrupted);
            stack.clear();
        }
    }

    private static Path makeHome() {
        try {
            return Files.createTempDirectory("ishemalink-runbooks");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder for the stack", e);
        }
    }

    private boolean play(Scenario scenario, Operator operator, StrickenStack stack) {
        report.print("%n%s%n", scenario.page());
        Runbook runbook = Runbook.read(checkout.resolve("docs/operations/" + scenario.page() + ".md"));
        boolean right = true;
        for (int block = 0; block < runbook.blocks().size(); block++) {
            scenario.strike(block, stack);
            Runbook.Block typed = runbook.blocks().get(block);
            for (String line : typed.lines()) {
                right &= type(operator, line, typed.whenOver());
            }
        }
        scenario.relief().accept(stack);
        return right;
    }

    private boolean type(Operator operator, String line, boolean whenOver) {
        Typed typed = operator.type(line);
        boolean right = isRight(line, typed, whenOver);
        report.print("  %-45s %d  %6.1f s%n", line, typed.exitCode(), seconds(typed.took()));
        if (!right) {
            typed.output().lines().forEach(said -> report.print("    | %s%n", said));
        }
        return right;
    }

    /** Before it is over, the status may and should say what is wrong. */
    static boolean isRight(String line, Typed typed, boolean whenOver) {
        if (line.equals(STATUS) && !whenOver) {
            return typed.exitCode() <= 1;
        }
        return typed.exitCode() == 0
                && (!whenOver || !line.equals(DEAD_LETTERS) || typed.output().contains(NONE_DEAD));
    }
}
