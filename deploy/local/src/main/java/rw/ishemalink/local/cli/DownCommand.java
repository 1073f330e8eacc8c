package rw.ishemalink.local.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import rw.ishemalink.local.backup.StackArchive;
import rw.ishemalink.local.parts.Part;
import rw.ishemalink.local.stack.LocalStack;
import rw.ishemalink.local.stack.StackLock;

/** Stops everything. */
@Command(name = "down", description = "Stops everything; data stay.")
final class DownCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Checkout checkout = Checkout.current();
        return StackLock.holding(checkout.home(), () -> {
            stop(checkout.stack(), spec.commandLine().getOut());
            return 0;
        });
    }

    static void stop(LocalStack stack, PrintWriter out) {
        boolean any = stack.parts().stream().anyMatch(Part::isAlive);
        StackArchive.find(stack).ifPresent(StackArchive::stop);
        stack.stop(new ConsoleProgress(out));
        out.println(any ? "everything is stopped" : "nothing was running");
        out.flush();
    }
}
