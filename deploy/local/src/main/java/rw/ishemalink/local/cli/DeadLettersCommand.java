package rw.ishemalink.local.cli;

import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import rw.ishemalink.local.letters.DeadLetter;
import rw.ishemalink.local.letters.DeadLetterBox;
import rw.ishemalink.local.parts.KafkaPart;

/** Shows what no consumer could take, or gives it to them again. */
@Command(name = "dead-letters", description = "Lists the events that a service could not take; the stack must run.")
final class DeadLettersCommand implements Callable<Integer> {

    private static final String ROW = "%-20s  %-21s  %-36s  %-20s  %s";

    @Option(names = "--replay", description = "Puts them back on their topics: after the cause was mended.")
    private boolean replay;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        KafkaPart kafka = Checkout.current().stack().kafka();
        if (!kafka.isAlive()) {
            throw new IllegalStateException("kafka does not run; start the stack with ./ishema up");
        }
        DeadLetterBox box = new DeadLetterBox(kafka.bootstrapServers());
        if (replay) {
            out.println("replayed: " + box.replay());
        } else {
            show(box.list(), out);
        }
        out.flush();
        return 0;
    }

    private static void show(List<DeadLetter> letters, PrintWriter out) {
        if (letters.isEmpty()) {
            out.println("no dead letters");
            return;
        }
        out.println(ROW.formatted("since", "topic", "key", "consumer", "cause"));
        letters.forEach(letter -> out.println(ROW.formatted(
                letter.since().truncatedTo(ChronoUnit.SECONDS),
                letter.topic(),
                letter.key(),
                letter.consumer(),
                letter.cause())));
    }
}
