package rw.ishemalink.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import rw.ishemalink.local.story.StoryPlayer;

/** What a demo showed, as JSON: {@code ok}, {@code startUpSeconds} if it started anything, {@code storySeconds} and the story's result. */
final class DemoReport {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final ObjectNode report = JSON.createObjectNode();
    private final long begin = System.nanoTime();

    DemoReport() {
        report.put("ok", true);
    }

    DemoReport(Duration startUp) {
        this();
        report.put("startUpSeconds", seconds(startUp));
    }

    void tell(StoryPlayer.Result result) {
        report.put("storySeconds", seconds(Duration.ofNanos(System.nanoTime() - begin)));
        ArrayNode timeline = report.putArray("timeline");
        result.timeline().forEach(entry -> timeline.addObject()
                .put("atSeconds", seconds(entry.at()))
                .put("who", entry.who())
                .put("what", entry.what())
                .put("state", entry.state()));
        report.set("receipt", result.receipt());
        report.put("manifest", result.manifest());
        report.set("ledger", result.ledger());
        report.set("trail", result.trail());
        report.set("violations", result.violations());
        report.set("leaderboard", result.leaderboard());
        if (!result.balances()) {
            fail("the ledger does not balance");
        }
        if (!result.isLawful()) {
            fail("a booking broke the law of dispatch, or the audit trail was changed");
        }
    }

    double storySeconds() {
        return report.path("storySeconds").asDouble();
    }

    void fail(String reason) {
        report.put("ok", false).put("reason", reason);
    }

    Optional<String> findFailure() {
        return report.path("ok").asBoolean()
                ? Optional.empty()
                : Optional.of(report.path("reason").asText());
    }

    void write(Path file) {
        try {
            JSON.writeValue(file.toFile(), report);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
