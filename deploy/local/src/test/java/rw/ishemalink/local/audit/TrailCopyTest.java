package rw.ishemalink.local.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rw.ishemalink.local.audit.TrailCopy.Checked;
import rw.ishemalink.local.audit.TrailCopy.Noted;

/** What can be done to a copy of the trail, and that it is seen where. */
class TrailCopyTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GENESIS = "0".repeat(64);
    private static final int ENTRIES = 6;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final List<String> lines = new ArrayList<>();
    private String head = GENESIS;

    @BeforeEach
    void write() throws Exception {
        lines.add("{\"trail\":{\"format\":\"ishemalink-trail-1\",\"tenant\":\"t\",\"after\":{\"sequence\":0,\"hash\":\""
                + GENESIS + "\"}}}");
        for (int sequence = 1; sequence <= ENTRIES; sequence++) {
            lines.add(sequence == 4 ? link(sequence) : entry(sequence));
        }
        lines.add("{\"end\":{\"head\":{\"sequence\":6,\"hash\":\"" + head + "\"},\"entries\":5,\"links\":1}}");
    }

    @Test
    void a_whole_copy_is_intact_and_names_its_end() throws IOException {
        Checked checked = check();
        assertThat(checked.findings()).isEmpty();
        assertThat(checked.entries()).isEqualTo(5);
        assertThat(checked.links()).isEqualTo(1);
        assertThat(checked.end()).isEqualTo("6:" + head);
    }

    @Test
    void one_changed_character_is_found_where_it_is_with_booking_and_time() throws IOException {
        for (int line = 1; line <= ENTRIES; line++) {
            List<String> before = List.copyOf(lines);
            lines.set(line, lines.get(line).replace("SENDER", "SENDEr").replaceFirst("digest\":\".", "digest\":\"x"));
            assertThat(check().findings()).isNotEmpty().first().asString().contains("entry " + line);
            lines.clear();
            lines.addAll(before);
        }
        lines.set(2, lines.get(2).replace("SENDER", "SENDEr"));
        assertThat(check().findings()).singleElement().asString().contains("booking 00000000-", "2026-11-21T08:00:02Z");
    }

    @Test
    void a_missing_entry_is_found() throws IOException {
        lines.remove(3);
        assertThat(check().findings()).first().asString().contains("entries 3 to 3 are missing before entry 4");
    }

    @Test
    void swapped_entries_are_found() throws IOException {
        Collections.swap(lines, 2, 3);
        assertThat(check().findings()).anyMatch(finding -> finding.contains("swapped or inserted"));
    }

    @Test
    void an_inserted_entry_is_found() throws IOException {
        lines.add(3, lines.get(2));
        assertThat(check().findings()).first().asString().contains("entry 2", "swapped or inserted");
    }

    @Test
    void a_cut_tail_is_found() throws IOException {
        String end = lines.removeLast();
        lines.removeLast();
        assertThat(check().findings()).singleElement().asString().contains("cut off after entry 5");
        lines.add(end);
        assertThat(check().findings()).first().asString().contains("ended at entry 6, this copy ends at 5");
    }

    @Test
    void a_copy_that_was_made_anew_from_some_place_on_is_found_by_whoever_noted_one() throws IOException {
        assertThat(check(new Noted(6, head)).findings()).isEmpty();
        assertThat(check(new Noted(6, "f".repeat(64))).findings())
                .singleElement()
                .asString()
                .contains("entry 6 does not have the hash that was noted");
        assertThat(check(new Noted(7, head)).findings())
                .singleElement()
                .asString()
                .contains("entry 7");
    }

    @Test
    void what_is_no_copy_is_said_to_be_none() throws IOException {
        lines.clear();
        lines.add("hello");
        assertThat(check().intact()).isFalse();
    }

    private Checked check() throws IOException {
        return check(Optional.empty());
    }

    private Checked check(Noted noted) throws IOException {
        return check(Optional.of(noted));
    }

    private Checked check(Optional<Noted> noted) throws IOException {
        return TrailCopy.check(Files.write(folder.resolve("trail.ndjson"), lines), noted);
    }

    private String entry(int sequence) throws Exception {
        String time = "2026-11-21T08:00:0" + sequence + "Z";
        long micros = 1_795_248_000_000_000L + sequence * 1_000_000L;
        String id = "00000000-0000-0000-0000-00000000000" + sequence;
        String text = net(Integer.toString(sequence)) + net(Long.toString(micros)) + net("t") + net(id)
                + net("booking.events") + net("booking.events/PAID") + net(Long.toString(micros)) + "," + ","
                + net(id) + ",," + net("SENDER") + ",,,,,,,,,,";
        ObjectNode entry = JSON.createObjectNode()
                .put("sequence", sequence)
                .put("sealedAt", time)
                .put("tenant", "t")
                .put("eventId", id)
                .put("topic", "booking.events")
                .put("type", "booking.events/PAID")
                .put("occurredAt", time)
                .put("bookingId", id)
                .put("actorRole", "SENDER")
                .put("hash", follow(sha256(text.getBytes(UTF_8))));
        return JSON.writeValueAsString(JSON.createObjectNode().set("entry", entry));
    }

    private String link(int sequence) throws Exception {
        byte[] digest = sha256(("left out " + sequence).getBytes(UTF_8));
        ObjectNode link = JSON.createObjectNode()
                .put("sequence", sequence)
                .put("digest", HexFormat.of().formatHex(digest))
                .put("hash", follow(digest));
        return JSON.writeValueAsString(JSON.createObjectNode().set("link", link));
    }

    private String follow(byte[] digest) throws Exception {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(HexFormat.of().parseHex(head));
        head = HexFormat.of().formatHex(sha256.digest(digest));
        return head;
    }

    private static byte[] sha256(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static String net(String value) {
        return value.length() + ":" + value + ",";
    }
}
