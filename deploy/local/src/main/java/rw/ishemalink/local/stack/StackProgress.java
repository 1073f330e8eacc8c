package rw.ishemalink.local.stack;

import java.time.Duration;

/** Hears how the stack comes up and goes down. Called from several threads. */
public interface StackProgress {

    /** A listener that does nothing. */
    StackProgress SILENT = new StackProgress() {};

    /** It ran already. */
    default void foundReady(String part) {}

    /** Its process was started. */
    default void started(String part, int port) {}

    /** It can be used. */
    default void ready(String part, Duration after) {}

    /** It cannot be started, for the reason in that one line. */
    default void failed(String part, String reason) {}

    /** It was stopped. */
    default void stopped(String part, Duration after) {}
}
