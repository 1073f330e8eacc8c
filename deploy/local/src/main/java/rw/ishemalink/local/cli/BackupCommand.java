package rw.ishemalink.local.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import rw.ishemalink.backup.base.RecoveryTarget;
import rw.ishemalink.backup.catalog.Backup;
import rw.ishemalink.backup.catalog.LogicalCopy;
import rw.ishemalink.backup.catalog.Pruning;
import rw.ishemalink.backup.catalog.StoredCopy;
import rw.ishemalink.local.backup.CopyRestore;
import rw.ishemalink.local.backup.CopyRestore.Filled;
import rw.ishemalink.local.backup.DatabaseArchive;
import rw.ishemalink.local.backup.DatabaseRestore.Restored;
import rw.ishemalink.local.backup.StackArchive;
import rw.ishemalink.local.backup.StackRestore;
import rw.ishemalink.local.backup.TrialRestore;
import rw.ishemalink.local.stack.LocalStack;
import rw.ishemalink.local.stack.StackLock;

/** Copies of the databases, and the way back. */
@Command(
        name = "backup",
        description = "Takes, checks and restores backups of the databases; the stack was started with up --archive.",
        synopsisSubcommandLabel = "WHAT",
        subcommands = HelpCommand.class)
final class BackupCommand {

    private static final long MEGABYTE = 1024L * 1024;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(name = "now", description = "Takes a whole copy and a logical one now, beside the nightly ones.")
    int now() {
        DatabaseArchive archive = archive(Checkout.current().stack()).database();
        tell(archive.take());
        tell(archive.takeLogical());
        return 0;
    }

    @Command(name = "list", description = "Shows every backup and every logical copy from which can be restored.")
    int list() {
        DatabaseArchive archive = archive(Checkout.current().stack()).database();
        archive.list().forEach(this::tell);
        archive.listLogical().forEach(this::tell);
        return 0;
    }

    @Command(
            name = "verify",
            description = {
                "Reads the newest backup and the newest logical copy back, compares and opens every part.",
                "Exit code 1 if anything is wrong."
            })
    int verify(
            @Option(
                            names = "--restore",
                            description =
                                    "also restores the backup into a clean cluster, has books and trail verified there,"
                                            + " and throws that away")
                    boolean restore,
            @Option(names = "--logical", description = "with --restore: the logical copy instead") boolean logical) {
        LocalStack stack = Checkout.current().stack();
        DatabaseArchive archive = archive(stack).database();
        List<Backup> all = archive.list();
        List<LogicalCopy> copies = archive.listLogical();
        if (all.isEmpty() || copies.isEmpty()) {
            print("there is no backup, or no logical copy: ./ishema backup now takes one%n");
            return 1;
        }
        boolean backup = isRight(all.getLast().id(), archive.check(all.getLast()));
        boolean copy = isRight(copies.getLast().id() + " logical", archive.check(copies.getLast()));
        if (!backup || !copy || !restore) {
            return backup && copy ? 0 : 1;
        }
        TrialRestore trial = new TrialRestore(stack.options(), archive);
        return (logical ? isIntactRestored(trial, copies.getLast()) : isIntactRestored(trial)) ? 0 : 1;
    }

    private boolean isRight(String id, List<String> wrong) {
        wrong.forEach(one -> print("  %s%n", one));
        print("%s: %s%n", wrong.isEmpty() ? "right" : "WRONG", id);
        return wrong.isEmpty();
    }

    private boolean isIntactRestored(TrialRestore trial) {
        TrialRestore.Done<Restored> done = trial.run();
        print(
                "restored: %,d MB and %d files of the log, in %d s%n",
                done.restored().bytes() / MEGABYTE,
                done.restored().segments(),
                done.restored().laying().plus(done.restored().recovering()).toSeconds());
        tell(done.verdicts());
        return done.isIntact();
    }

    private boolean isIntactRestored(TrialRestore trial, LogicalCopy copy) {
        TrialRestore.Done<List<Filled>> done = trial.run(copy);
        done.restored().forEach(this::tell);
        tell(done.verdicts());
        return done.isIntact()
                && done.restored().stream().allMatch(one -> one.differences().isEmpty());
    }

    private void tell(Filled one) {
        print("restored: %-12s %,9d rows%n", one.database(), one.rows());
        one.differences().forEach(line -> print("  DIFFERENT: %s%n", line));
    }

    private void tell(List<TrialRestore.Verdict> verdicts) {
        verdicts.forEach(verdict -> print(
                "%-6s of %s: %s, %,d entries, end %s%n",
                verdict.chain().name().toLowerCase(Locale.ROOT),
                verdict.tenant(),
                verdict.found().intact() ? "intact" : "NOT INTACT",
                verdict.found().entries(),
                verdict.found().end()));
        print("the copy is thrown away%n");
    }

    @Command(
            name = "extract",
            description = {
                "Puts one database of a logical copy, or one table of it, into a new database beside the others.",
                "What is there stays as it is; services do not look into the new one."
            })
    int extract(
            @Option(names = "--database", required = true, paramLabel = "NAME", description = "e.g. booking")
                    String database,
            @Option(names = "--into", required = true, paramLabel = "NAME", description = "of the new database")
                    String into,
            @Option(
                            names = "--table",
                            paramLabel = "TABLE",
                            description = "rows of this table only, e.g. public.booking, without its keys and triggers")
                    @Nullable
                    String table,
            @Option(names = "--copy", paramLabel = "ID", description = "which, as list shows it (default: the newest)")
                    @Nullable
                    String id) {
        LocalStack stack = Checkout.current().stack();
        DatabaseArchive archive = archive(stack).database();
        LogicalCopy copy = archive.listLogical().reversed().stream()
                .filter(one -> id == null || one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no such logical copy; ./ishema backup list"));
        Filled filled = new CopyRestore(archive, stack.postgres().server())
                .one(copy, database, into, Optional.ofNullable(table));
        tell(filled);
        return filled.differences().isEmpty() ? 0 : 1;
    }

    @Command(name = "prune", description = "Deletes what no backup and no logical copy of the last thirty days needs.")
    int prune() {
        Pruning.Pruned pruned = archive(Checkout.current().stack()).database().prune();
        print(
                "%d objects deleted, %,d MB; kept are %s, of logical copies %s%n",
                pruned.objects(),
                pruned.bytes() / MEGABYTE,
                String.join(", ", pruned.kept()),
                String.join(", ", pruned.keptLogical()));
        return 0;
    }

    @Command(
            name = "restore",
            description = {
                "Stops the services, brings the databases back and starts everything again.",
                "The databases that are there are moved aside, not deleted."
            })
    int restore(
            @Option(
                            names = "--until",
                            paramLabel = "MOMENT",
                            description = "up to then, e.g. 2026-11-23T04:00:00Z (default: everything the archive has)")
                    @Nullable
                    String until) {
        RecoveryTarget target = until == null ? new RecoveryTarget.Latest() : new RecoveryTarget.Moment(moment(until));
        Checkout checkout = Checkout.current();
        return StackLock.holding(checkout.home(), () -> restore(checkout, target));
    }

    private int restore(Checkout checkout, RecoveryTarget target) {
        LocalStack stack = checkout.stack();
        StackArchive archive = archive(stack);
        long begin = System.nanoTime();
        StackRestore.Done done =
                new StackRestore(stack, archive).run(target, Clock.systemUTC().instant());
        print(
                "restored from backup %s and %d files of the log; %,d records are heard again; what was there: %s%n",
                done.restored().backup().id(), done.restored().segments(), done.again(), done.aside());
        archive.start();
        BringUp bringUp = new BringUp(stack, spec.commandLine().getOut());
        boolean ready = bringUp.run();
        bringUp.keep();
        archive.database().take();
        print(
                "a new backup is taken; everything took %d s%n",
                Duration.ofNanos(System.nanoTime() - begin).toSeconds());
        return ready ? 0 : 1;
    }

    private Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new ParameterException(
                    spec.commandLine(), "--until is written 2026-11-23T04:00:00Z, in UTC, not '" + text + "'", e);
        }
    }

    private static StackArchive archive(LocalStack stack) {
        return StackArchive.find(stack)
                .orElseThrow(() ->
                        new IllegalStateException("this stack has no archive; start it with ./ishema up --archive"));
    }

    private void tell(StoredCopy copy) {
        print("%s%n", copy.describe());
    }

    private void print(String format, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(Locale.ROOT, format, values);
        out.flush();
    }
}
