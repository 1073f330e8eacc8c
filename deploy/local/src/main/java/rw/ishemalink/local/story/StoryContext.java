package rw.ishemalink.local.story;

import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Where the story is played.
 *
 * @param gateway the one door
 * @param simulators the outside world
 * @param adminPhone the phone of the platform's first administrator
 * @param secondAdminPhone the phone of the second, who approves whom the first invites
 * @param patience how long a person waits for something to happen, with parts of the suite dying and coming back
 * @param printer takes the story line by line
 */
public record StoryContext(
        URI gateway,
        URI simulators,
        String adminPhone,
        String secondAdminPhone,
        Duration patience,
        Consumer<String> printer) {}
