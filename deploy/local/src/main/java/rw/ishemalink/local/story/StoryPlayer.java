package rw.ishemalink.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Consumer;

/** Tells the whole story once, and what is left of it at the end: receipt, manifest, ledger, leaderboard. */
public final class StoryPlayer {

    /**
     * What the story showed.
     *
     * @param timeline every line, in order
     * @param receipt the coffee's fiscal receipt
     * @param manifest the coffee's customs manifest, XML
     * @param ledger the balance, with difference 0
     * @param leaderboard drivers by deliveries
     */
    public record Result(
            List<Timeline.Entry> timeline, JsonNode receipt, String manifest, JsonNode ledger, JsonNode leaderboard) {

        /** Whether the ledger balances. */
        public boolean balances() {
            return ledger.path("difference").asLong(-1) == 0;
        }
    }

    private StoryPlayer() {}

    /** Plays all chapters; throws when one does not end as it must. */
    public static Result play(StoryContext context) {
        Story story = new Story(context);
        story.potatoesFromNyamagabeToKigali();
        Journey coffee = story.coffeeFromHuyeToKampala();
        story.motoRideInKigali();
        story.refusedDispatch();
        story.paymentThatNeverComes();
        Result result = new Result(
                story.timeline().entries(),
                story.receipt(coffee),
                story.manifest(coffee),
                story.ledger(),
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
        result.manifest().lines().limit(12).forEach(line -> printer.accept("  " + line));
        printer.accept("");
        printer.accept("Ledger: debits RWF %,d, credits RWF %,d, difference %d"
                .formatted(
                        result.ledger().path("debits").asLong(),
                        result.ledger().path("credits").asLong(),
                        result.ledger().path("difference").asLong()));
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
}
