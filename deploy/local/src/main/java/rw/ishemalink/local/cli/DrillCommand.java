package rw.ishemalink.local.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import rw.ishemalink.backup.wal.ArchiveMode;
import rw.ishemalink.local.drill.FailoverDrill;
import rw.ishemalink.local.drill.RestoreDrill;
import rw.ishemalink.local.drill.RunbookDrill;

/** Disasters on purpose. */
@Command(
        name = "drill",
        description = "Destroys a stack of its own, beside the running one, and brings it back.",
        synopsisSubcommandLabel = "WHAT",
        subcommands = HelpCommand.class)
final class DrillCommand {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(
            name = "restore",
            description = {
                "Loads a stack, deletes its databases while rides are under way, restores them from the archive and proves that"
                        + " bookings, ledger and trail agree with what clients were told.",
                "Prints how much was lost (RPO) and how long it took (RTO). Exit code 1 if anything does not agree."
            })
    int restore(
            @Option(
                            names = "--bookings",
                            defaultValue = "20000",
                            description = "How many there are before the disaster (default: ${DEFAULT-VALUE}).")
                    int bookings,
            @Option(
                            names = "--following",
                            description = "Nobody waits for the archive: it is behind by moments, which may be lost.")
                    boolean following) {
        return new RestoreDrill(
                                Checkout.current().root(),
                                bookings,
                                mode(following),
                                spec.commandLine().getOut())
                        .run()
                ? 0
                : 1;
    }

    @Command(
            name = "failover",
            description = {
                "Loses a whole loaded site with all its folders, lets another take over from the store of the backups, ends there"
                        + " what was under way and proves that everything agrees with what clients were told.",
                "Prints how much was lost (RPO) and how long it took (RTO). Exit code 1 if anything does not agree."
            })
    int failover(
            @Option(
                            names = "--answers",
                            defaultValue = "400",
                            description =
                                    "How many clients are told before the backup; two for a booking that is paid (default: ${DEFAULT-VALUE}).")
                    int answers,
            @Option(
                            names = "--following",
                            description = "Nobody waits for the archive: it is behind by moments, which may be lost.")
                    boolean following) {
        return new FailoverDrill(
                                Checkout.current().root(),
                                answers,
                                mode(following),
                                spec.commandLine().getOut())
                        .run()
                ? 0
                : 1;
    }

    @Command(
            name = "runbooks",
            description = {
                "Makes happen what each page of docs/operations/recovery.md is about, types its commands at a stack of its own and"
                        + " looks whether it is over.",
                "Exit code 1 if a command does not do what the page says."
            })
    int runbooks(
            @Option(
                            names = "--port-offset",
                            defaultValue = "4000",
                            description = "Shifts the ports of that stack (default: ${DEFAULT-VALUE}).")
                    int portOffset) {
        return new RunbookDrill(
                                Checkout.current().root(),
                                portOffset,
                                spec.commandLine().getOut())
                        .run()
                ? 0
                : 1;
    }

    private static ArchiveMode mode(boolean following) {
        return following ? ArchiveMode.FOLLOWING : ArchiveMode.SYNCHRONOUS;
    }
}
