package rw.ishemalink.local.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rw.ishemalink.local.parts.PartFailedException;
import rw.ishemalink.local.stack.LocalStack;
import rw.ishemalink.local.tenants.TenantTables;

/** Where the bookings of a tenant lie. */
@Command(
        name = "tenant",
        description = "Gives a large tenant's bookings tables of their own; postgres must run.",
        synopsisSubcommandLabel = "WHAT",
        subcommands = HelpCommand.class)
final class TenantCommand {

    private static final String CODE = "the tenant's code, e.g. lagos-buses";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(
            name = "own",
            description = {
                "Moves the tenant's bookings and their history into tables of their own; who books meanwhile waits.",
                "The first time, bookings become a table in parts: then everybody's are read once."
            })
    int own(@Parameters(paramLabel = "TENANT", description = CODE) String tenant) {
        OptionalLong moved = tables().give(tenant);
        print(
                moved.isPresent()
                        ? "%s has tables of its own: %,d bookings moved%n"
                        : "%s has tables of its own already%n",
                tenant,
                moved.orElse(0));
        return 0;
    }

    @Command(name = "share", description = "The way back: the tenant's bookings lie with those of the rest again.")
    int share(@Parameters(paramLabel = "TENANT", description = CODE) String tenant) {
        OptionalLong moved = tables().takeBack(tenant);
        print(
                moved.isPresent() ? "%s shares tables again: %,d bookings moved%n" : "%s has no tables of its own%n",
                tenant,
                moved.orElse(0));
        return 0;
    }

    @Command(name = "list", description = "Shows the tables of bookings and how large they are.")
    int list() {
        tables().list().forEach(table -> print("%-60s %,9d MB%n", table.name(), table.megabytes()));
        return 0;
    }

    private static TenantTables tables() {
        LocalStack stack = Checkout.current().stack();
        if (!stack.postgres().isAlive()) {
            throw new PartFailedException("postgres does not run; start the stack with ./ishema up");
        }
        return new TenantTables(stack.database("booking-service"));
    }

    private void print(String format, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(Locale.ROOT, format, values);
        out.flush();
    }
}
