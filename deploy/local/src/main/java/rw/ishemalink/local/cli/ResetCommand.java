package rw.ishemalink.local.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import rw.ishemalink.local.stack.LocalStack;
import rw.ishemalink.local.stack.StackLock;

/** Stops everything and forgets it. */
@Command(name = "reset", description = "Stops everything and deletes all data, logs and keys.")
final class ResetCommand implements Callable<Integer> {

    @Option(
            names = {"-y", "--yes"},
            description = "does not ask")
    private boolean yes;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Checkout checkout = Checkout.current();
        if (!yes && !isConfirmed(checkout)) {
            throw new IllegalArgumentException("nothing was deleted; --yes deletes without a question");
        }
        return StackLock.holding(checkout.home(), () -> reset(checkout.stack()));
    }

    private int reset(LocalStack stack) {
        PrintWriter out = spec.commandLine().getOut();
        DownCommand.stop(stack, out);
        stack.deleteData();
        out.println("data, logs and keys are deleted");
        out.flush();
        return 0;
    }

    private static boolean isConfirmed(Checkout checkout) {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> console.readLine("Delete all data in %s? [y/N] ", checkout.home()))
                .filter(answer -> answer.strip().equalsIgnoreCase("y"))
                .isPresent();
    }
}
