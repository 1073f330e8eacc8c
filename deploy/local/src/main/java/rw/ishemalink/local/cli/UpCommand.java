package rw.ishemalink.local.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import rw.ishemalink.backup.wal.ArchiveMode;
import rw.ishemalink.local.backup.StackArchive;
import rw.ishemalink.local.stack.LocalStack;
import rw.ishemalink.local.stack.StackLock;

/** Starts what does not run. */
@Command(name = "up", description = "Starts everything that does not run yet; the data of last time are there.")
final class UpCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--archive",
            description =
                    "also archives PostgreSQL, continuously, sealed, in an object store; from now on at every start")
    private boolean archive;

    @Option(names = "--synchronous", description = "with --archive: no commit counts before the archive has it")
    private boolean synchronous;

    @Override
    public Integer call() {
        Checkout checkout = Checkout.current();
        return StackLock.holding(checkout.home(), () -> {
            LocalStack stack = checkout.stack();
            if (archive) {
                StackArchive.choose(stack, synchronous ? ArchiveMode.SYNCHRONOUS : ArchiveMode.FOLLOWING);
            }
            StackArchive.find(stack).ifPresent(StackArchive::start);
            BringUp bringUp = new BringUp(stack, spec.commandLine().getOut());
            boolean ready = bringUp.run();
            bringUp.keep();
            return ready ? 0 : 1;
        });
    }
}
