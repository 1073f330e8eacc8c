package rw.ishemalink.local.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rw.ishemalink.local.parts.Part;
import rw.ishemalink.local.stack.LocalStack;

/** Shows logs. */
@Command(name = "logs", description = "Shows the end of the log of one part, or of all.")
final class LogsCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "SERVICE", description = "a name from ./ishema status; all if left out")
    private String service = "";

    @Option(
            names = {"-f", "--follow"},
            description = "goes on until Ctrl-C")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            defaultValue = "40",
            description = "how many lines, ${DEFAULT-VALUE} by default")
    private int lines;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        LocalStack stack = Checkout.current().stack();
        Map<String, Path> logs = new LinkedHashMap<>();
        if (service.isEmpty()) {
            stack.parts().forEach(part -> logs.put(part.name(), part.log()));
        } else {
            Part part = stack.part(service);
            logs.put(part.name(), part.log());
        }
        LogReader reader = new LogReader(logs, spec.commandLine().getOut());
        reader.printTails(lines);
        while (follow) {
            reader.printNew();
            Thread.sleep(LogReader.PAUSE);
        }
        return 0;
    }
}
