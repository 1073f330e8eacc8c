package rw.ishemalink.local.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import rw.ishemalink.local.backup.Outboxes;
import rw.ishemalink.local.stack.LocalStack;

/** Fills an empty broker again. */
@Command(
        name = "republish",
        description = {
            "Publishes again what the services' outboxes still have, as soon as kafka is there: for a broker that has lost its"
                    + " data, before it is started again.",
            "Whoever has heard an event before passes it over."
        })
final class RepublishCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        LocalStack stack = Checkout.current().stack();
        if (!stack.postgres().isAlive()) {
            throw new IllegalStateException("postgres does not run; start the stack with ./ishema up");
        }
        if (stack.kafka().isAlive()) {
            // New events would come before old ones of the same key.
            throw new IllegalStateException(
                    "kafka runs; this is for one that has lost its data: ./ishema republish, then ./ishema up");
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%,d events will be published again%n", new Outboxes(stack).publishAgain());
        out.flush();
        return 0;
    }
}
