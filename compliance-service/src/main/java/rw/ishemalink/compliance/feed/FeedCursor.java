package rw.ishemalink.compliance.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;

/**
 * How far somebody has read. Its text means nothing to the reader, and stays valid for ever: it holds the feed and a number,
 * nothing of this database or program.
 *
 * @param position of the last record read; 0 before the first
 */
public record FeedCursor(String topic, String tenant, long position) {

    private static final String VERSION = "1";
    private static final String SEPARATOR = "|";
    private static final int PARTS = 4;

    /** As the reader gets it and brings it back. */
    public String text() {
        String parts = String.join(SEPARATOR, VERSION, topic, tenant, Long.toString(position));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(parts.getBytes(UTF_8));
    }

    /** The cursor of that text; empty when it is none of this topic and tenant. */
    public static Optional<FeedCursor> parse(String text, String topic, String tenant) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split("\\|", -1);
            if (parts.length != PARTS || !parts[0].equals(VERSION)) {
                return Optional.empty();
            }
            FeedCursor cursor = new FeedCursor(parts[1], parts[2], Long.parseLong(parts[3]));
            return Optional.of(cursor)
                    .filter(found -> found.topic.equals(topic) && found.tenant.equals(tenant) && found.position >= 0);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
