package rw.ishemalink.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rw.ishemalink.local.audit.TrailCopy;
import rw.ishemalink.local.audit.TrailCopy.Checked;
import rw.ishemalink.local.audit.TrailCopy.Noted;
import rw.ishemalink.local.stack.LocalStack;
import rw.ishemalink.local.story.Person;

/** The audit trail: a copy of it, which needs no stack, or the demo tenant's as it stands. */
@Command(
        name = "audit",
        description = "Checks the audit trail.",
        synopsisSubcommandLabel = "WHAT",
        subcommands = HelpCommand.class)
final class AuditCommand {

    private static final String VERIFY = "/api/audit/verify?from=";
    private static final Pattern PLACE = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(
            name = "verify",
            description = {
                "Reads every entry. Exit code 1 if anything is not as it was written.",
                "Note the end that is printed; passed along later it proves that nothing before it was changed."
            })
    int verify(
            @Parameters(
                            arity = "0..1",
                            paramLabel = "FILE",
                            description = "a copy, from GET /api/audit/export; without it the running stack is asked")
                    @Nullable
                    Path file,
            @Option(names = "--noted", paramLabel = "PLACE:HASH", description = "an end that was noted earlier")
                    @Nullable
                    String noted)
            throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Optional<Noted> place = Optional.ofNullable(noted).map(this::place);
        return file == null ? verifyRunning(place, out) : verifyCopy(file, place, out);
    }

    private static int verifyCopy(Path file, Optional<Noted> noted, PrintWriter out) throws IOException {
        Checked checked = TrailCopy.check(file, noted);
        out.printf(
                "%s: %d entries, %d links%n",
                checked.intact() ? "intact" : "NOT INTACT", checked.entries(), checked.links());
        checked.findings().forEach(finding -> out.printf("  %s%n", finding));
        out.printf("end %s%n", checked.end());
        out.flush();
        return checked.intact() ? 0 : 1;
    }

    /** Stretch by stretch: each begins where the one before ended. */
    private static int verifyRunning(Optional<Noted> noted, PrintWriter out) {
        LocalStack stack = Checkout.current().stack();
        if (!stack.part("gateway").isAlive()) {
            throw new IllegalStateException("the gateway does not run; start the stack with ./ishema up");
        }
        Person administrator = Person.administrator(DemoCommand.context(stack, out));
        String query = noted.map(place -> "&sequence=%d&hash=%s".formatted(place.sequence(), place.hash()))
                .orElse("");
        long from = 1;
        boolean intact = true;
        JsonNode found;
        do {
            found = administrator.phone().get(VERIFY + from + query);
            tell(found, out);
            intact &= found.path("intact").asBoolean();
            from = found.at("/end/sequence").asLong() + 1;
            query = "";
        } while (found.path("more").asBoolean());
        out.printf(
                "%s; end %s:%s%n",
                intact ? "intact" : "NOT INTACT",
                found.at("/end/sequence").asText(),
                found.at("/end/hash").asText());
        out.flush();
        return intact ? 0 : 1;
    }

    private static void tell(JsonNode found, PrintWriter out) {
        out.printf(
                "%d entries read, %d waiting%n",
                found.path("checked").asLong(), found.path("waiting").asLong());
        found.path("findings")
                .forEach(one -> out.printf(
                        "  %s at entry %d, booking %s, %s: %s%n",
                        one.path("kind").asText(),
                        one.path("sequence").asLong(),
                        one.path("bookingId").asText("-"),
                        one.path("at").asText("-"),
                        one.path("what").asText()));
    }

    private Noted place(String text) {
        Matcher place = PLACE.matcher(text);
        if (!place.matches()) {
            throw new ParameterException(spec.commandLine(), "--noted is written PLACE:HASH, as verify prints it");
        }
        return new Noted(Long.parseLong(place.group(1)), place.group(2));
    }
}
