package rw.ishemalink.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;

/** Tells the whole story once, and what is left of it at the end: receipt, manifest, ledger, trail, leaderboard. */
public final class StoryPlayer {

    /**
     * What the story showed.
     *
     * @param timeline every line, in order
     * @param receipt the coffee's fiscal receipt
     * @param manifest the coffee's customs manifest, XML
     * @param ledger the balance, with difference 0
     * @param trail what came of checking the audit trail
     * @param violations bookings that broke the law of dispatch
     * @param leaderboard drivers by deliveries
     */
    public record Result(
            List<Timeline.Entry> timeline,
            JsonNode receipt,
            String manifest,
            JsonNode ledger,
            JsonNode trail,
            JsonNode violations,
            JsonNode leaderboard) {

        /** Whether the ledger balances. */
        public boolean balances() {
            return ledger.path("difference").asLong(-1) == 0;
        }

        /** Whether nobody moved without receipt and licence, and the trail that says so is intact. */
        public boolean isLawful() {
            return violations.path("violations").asLong(-1) == 0
                    && trail.path("intact").asBoolean();
        }
    }

    private StoryPlayer() {}

    /** Plays all chapters; throws when one does not end as it must. */
    public static Result play(StoryContext context) {
        Story story = new Story(context);
        story.potatoesFromNyamagabeToKigali();
        Journey coffee = story.coffeeFromHuyeToKampala();
        story.motoRideInKigali();
        story.potatoesFollowedOnALink();
        story.refusedDispatch();
        story.paymentThatNeverComes();
        Result result = new Result(
                story.timeline().entries(),
                story.receipt(coffee),
                story.manifest(coffee),
                story.ledger(),
                story.verifyTrail(),
                story.violations(),
                story.leaderboard());
        tellTheEnd(result, context.printer());
        return result;
    }

    private static void tellTheEnd(Result result, Consumer<String> printer) {
        printer.accept("");
        printer.accept("Receipt of the coffee");
        result.receipt()
                .path("receipt")
                .properties()
                .forEach(field -> printer.accept("  %-18s %s"
                        .formatted(
                                field.getKey(),
                                field.getValue().asText(field.getValue().toString()))));
        printer.accept("");
        printer.accept("Its customs manifest");
        indented(result.manifest())
                .lines()
                .filter(line -> !line.isBlank())
                .limit(30)
                .forEach(line -> printer.accept("  " + line));
        printer.accept("  …");
        printer.accept("");
        printer.accept("Ledger: debits RWF %,d, credits RWF %,d, difference %d"
                .formatted(
                        result.ledger().path("debits").asLong(),
                        result.ledger().path("credits").asLong(),
                        result.ledger().path("difference").asLong()));
        printer.accept("Audit trail: %,d entries, %s"
                .formatted(
                        result.trail().path("checked").asLong(),
                        result.trail().path("intact").asBoolean() ? "intact" : "CHANGED"));
        printer.accept("Law of dispatch: %,d bookings broke it"
                .formatted(result.violations().path("violations").asLong()));
        printer.accept("");
        printer.accept("Drivers");
        result.leaderboard()
                .path("drivers")
                .forEach(driver -> printer.accept("  %s  %d deliveries, RWF %,d"
                        .formatted(
                                driver.path("driverId").asText(),
                                driver.path("deliveries").asLong(),
                                driver.path("revenueFrancs").asLong())));
    }

    /** A manifest comes in one line. */
    private static String indented(String xml) {
        try {
            Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.INDENT, "yes");
            StringWriter text = new StringWriter();
            transformer.transform(new StreamSource(new StringReader(xml)), new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException("the manifest is no XML", e);
        }
    }
}
