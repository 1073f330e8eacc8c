package rw.ishemalink.local.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import rw.ishemalink.local.rebuild.Rebuild;
import rw.ishemalink.local.stack.StackLock;

/** What is counted. */
@Command(
        name = "analytics",
        description = "Counts everything anew; the stack must run.",
        synopsisSubcommandLabel = "WHAT",
        subcommands = HelpCommand.class)
final class AnalyticsCommand {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(
            name = "rebuild",
            description = {
                "Starts the next generation of analytics-streams beside the one that answers, waits until it has counted"
                        + " everything, puts it in its place and removes what the old one leaves.",
                "Interrupted, it can be begun again: the new generation goes on where it was."
            })
    int rebuild() {
        Checkout checkout = Checkout.current();
        return StackLock.holding(checkout.home(), () -> {
            new Rebuild(checkout.stack(), spec.commandLine().getOut()).run();
            return 0;
        });
    }
}
