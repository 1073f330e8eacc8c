package rw.ishemalink.local.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** {@code ./ishema}: the suite on this machine. */
@Command(
        name = "./ishema",
        description = "The whole IshemaLink suite on this machine.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "  test      runs all tests (./mvnw verify)",
            "  images    builds a container image of each service (./ishema images --help)",
            "",
            "ISHEMA_PORT_OFFSET=1000 shifts every port; other ISHEMA_ variables reach the services."
        },
        subcommands = {
            DemoCommand.class,
            StoryCommand.class,
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            ResetCommand.class,
            LoadCommand.class,
            AnalyticsCommand.class,
            LedgerCommand.class,
            AuditCommand.class,
            BackupCommand.class,
            DeadLettersCommand.class,
            RepublishCommand.class,
            DrillCommand.class,
            TenantCommand.class,
            HelpCommand.class
        })
public final class Ishema implements Runnable {

    @Override
    public void run() {
        commandLine().usage(System.out);
    }

    /** Runs one command and ends with its exit code: 0 done, 1 failed, 2 not understood. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Ishema())
                .setParameterExceptionHandler(new OneLineErrors())
                .setExecutionExceptionHandler(new OneLineErrors());
    }
}
