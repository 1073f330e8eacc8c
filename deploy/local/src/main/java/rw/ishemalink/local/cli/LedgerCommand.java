package rw.ishemalink.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import rw.ishemalink.local.stack.LocalStack;
import rw.ishemalink.local.story.Person;

/** The books of the demo's tenant, as the administrator reads them through the gateway. */
@Command(
        name = "ledger",
        description = "Checks the books; the stack must run.",
        synopsisSubcommandLabel = "WHAT",
        subcommands = HelpCommand.class)
final class LedgerCommand {

    private static final String VERIFY = "/api/payments/ledger/verify";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(
            name = "verify",
            description = {
                "Reads every transfer: chain, balance, totals. Exit code 1 if anything is not as it was written.",
                "Note the end that is printed; passed along later it proves that nothing before it was changed."
            })
    int verify(
            @Option(names = "--noted", paramLabel = "PLACE:HASH", description = "an end that was noted earlier")
                    @Nullable
                    String noted) {
        PrintWriter out = spec.commandLine().getOut();
        LocalStack stack = Checkout.current().stack();
        if (!stack.part("gateway").isAlive()) {
            throw new IllegalStateException("the gateway does not run; start the stack with ./ishema up");
        }
        Person administrator = Person.administrator(DemoCommand.context(stack, out));
        JsonNode found = administrator.phone().get(VERIFY + query(noted));
        tell(found, out);
        return found.path("intact").asBoolean() ? 0 : 1;
    }

    private String query(@Nullable String noted) {
        if (noted == null) {
            return "";
        }
        String[] parts = noted.split(":", -1);
        if (parts.length != 2) {
            throw new ParameterException(spec.commandLine(), "--noted is written PLACE:HASH, as verify prints it");
        }
        return "?sequence=%s&hash=%s".formatted(parts[0], parts[1]);
    }

    private static void tell(JsonNode found, PrintWriter out) {
        out.printf(
                "%s: %d transfers sealed, %d waiting%n",
                found.path("intact").asBoolean() ? "intact" : "NOT INTACT",
                found.path("sealed").asLong(),
                found.path("waiting").asLong());
        found.path("findings")
                .forEach(one -> out.printf(
                        "  %s at %s: %s%n",
                        one.path("kind").asText(),
                        one.hasNonNull("sequence") ? one.path("sequence").asText() : "no place",
                        one.path("what").asText()));
        out.printf(
                "end %s:%s%n",
                found.at("/end/sequence").asText(), found.at("/end/hash").asText());
        out.flush();
    }
}
