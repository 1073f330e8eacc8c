package rw.ishemalink.notification.ussd;

import java.util.UUID;

/** What a callback is to us. */
public sealed interface Heard {

    /** Sent again: the first answer. */
    record Before(String answer) implements Heard {}

    /** Sent again while the first is still being answered. */
    record BeingAnswered(UUID turnId) implements Heard {}

    /** New. */
    record New(Turn turn) implements Heard {}
}
