package rw.ishemalink.local.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A copy of the trail, line by line: every place must follow from the one before it, up to the end that is named last. */
public final class TrailCopy {

    /** A place that somebody noted. */
    public record Noted(long sequence, String hash) {}

    /**
     * What was found.
     *
     * @param end the last place, as {@code sequence:hash}
     * @param findings one a line, with entry, booking and time
     */
    public record Checked(long entries, long links, String end, List<String> findings) {

        public Checked {
            findings = List.copyOf(findings);
        }

        public boolean intact() {
            return findings.isEmpty();
        }
    }

    private static final String FORMAT = "ishemalink-trail-1";
    private static final int MOST_FINDINGS = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Optional<Noted> noted;
    private final List<String> findings = new ArrayList<>();
    private long lines;
    private long sequence = -1;
    private String hash = "";
    private long entries;
    private long links;
    private boolean ended;
    private boolean notedSeen;

    private TrailCopy(Optional<Noted> noted) {
        this.noted = noted;
    }

    /** Checks the file; only a line of it is in memory. */
    public static Checked check(Path file, Optional<Noted> noted) throws IOException {
        TrailCopy copy = new TrailCopy(noted);
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                copy.next(line);
            }
        }
        return copy.result();
    }

    private void next(String line) {
        lines++;
        JsonNode node = parse(line);
        if (ended) {
            find("line %d stands after the end".formatted(lines));
        } else if (node.has("trail")) {
            begin(node.path("trail"));
        } else if (node.has("entry")) {
            entries++;
            place(node.path("entry"), sha256(TrailText.of(node.path("entry"))));
        } else if (node.has("link")) {
            links++;
            place(node.path("link"), digest(node.path("link")));
        } else if (node.has("end")) {
            end(node.path("end"));
        } else {
            find("line %d is nothing that a copy of the trail has".formatted(lines));
        }
    }

    private JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            return JSON.nullNode();
        }
    }

    private void begin(JsonNode trail) {
        if (lines != 1 || !trail.path("format").asText().equals(FORMAT)) {
            find("line %d is no beginning of a copy of the trail".formatted(lines));
        }
        reach(trail.at("/after/sequence").asLong(), trail.at("/after/hash").asText());
    }

    private void place(JsonNode here, byte[] digest) {
        long number = here.path("sequence").asLong();
        if (sequence < 0) {
            find("the beginning of the copy is missing");
        } else if (number > sequence + 1) {
            find("entries %d to %d are missing before %s".formatted(sequence + 1, number - 1, describe(here)));
        } else if (number <= sequence) {
            find("%s stands where entry %d should: swapped or inserted".formatted(describe(here), sequence + 1));
        } else if (!here.path("hash").asText().equals(follow(digest))) {
            find("%s is not what was sealed: changed, or something before it was".formatted(describe(here)));
        }
        reach(number, here.path("hash").asText());
    }

    private void end(JsonNode end) {
        ended = true;
        long last = end.at("/head/sequence").asLong();
        boolean same = last == sequence && end.at("/head/hash").asText().equals(hash);
        if (!same) {
            find("the trail ended at entry %d, this copy ends at %d".formatted(last, sequence));
        }
        if (end.path("entries").asLong() != entries || end.path("links").asLong() != links) {
            find("the copy had %d entries and %d links, there are %d and %d"
                    .formatted(end.path("entries").asLong(), end.path("links").asLong(), entries, links));
        }
    }

    private void reach(long number, String hashThere) {
        sequence = number;
        hash = hashThere;
        noted.filter(place -> place.sequence() == number).ifPresent(place -> {
            notedSeen = true;
            if (!place.hash().equals(hashThere)) {
                find("entry %d does not have the hash that was noted".formatted(number));
            }
        });
    }

    private Checked result() {
        if (!ended) {
            find("the copy is cut off after entry %d: its end is missing".formatted(sequence));
        }
        noted.filter(_ -> !notedSeen)
                .ifPresent(place -> find("entry %d, which was noted, is not in this copy".formatted(place.sequence())));
        return new Checked(entries, links, sequence + ":" + hash, findings);
    }

    private String follow(byte[] digest) {
        try {
            byte[] before = HexFormat.of().parseHex(hash);
            byte[] both = new byte[before.length + digest.length];
            System.arraycopy(before, 0, both, 0, before.length);
            System.arraycopy(digest, 0, both, before.length, digest.length);
            return HexFormat.of().formatHex(sha256(both));
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static byte[] digest(JsonNode link) {
        try {
            return HexFormat.of().parseHex(link.path("digest").asText());
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String describe(JsonNode here) {
        String booking = here.hasNonNull("bookingId")
                ? ", booking " + here.path("bookingId").asText()
                : "";
        String time =
                here.hasNonNull("occurredAt") ? ", " + here.path("occurredAt").asText() : "";
        return "entry " + here.path("sequence").asLong() + booking + time;
    }

    private void find(String what) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(what);
        }
    }
}
