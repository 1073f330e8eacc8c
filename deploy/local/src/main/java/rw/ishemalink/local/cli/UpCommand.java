package rw.ishemalink.local.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import rw.ishemalink.local.stack.StackLock;

/** Starts what does not run. */
@Command(name = "up", description = "Starts everything that does not run yet; the data of last time are there.")
final class UpCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Checkout checkout = Checkout.current();
        return StackLock.holding(checkout.home(), () -> {
            BringUp bringUp = new BringUp(checkout.stack(), spec.commandLine().getOut());
            boolean ready = bringUp.run();
            bringUp.keep();
            return ready ? 0 : 1;
        });
    }
}
