package rw.ishemalink.booking.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How the actions that phones made without network are worked off. */
@ConfigMapping(prefix = "ishema.booking.sync")
public interface SyncConfig {

    /** Actions done per minute, by all instances of the cell together (mission, Offline: 500). */
    @WithDefault("500")
    @Min(1)
    int perMinute();

    /** Actions that may be done at once after a quiet time. */
    @WithDefault("500")
    @Min(1)
    int burst();

    /** Whose pace it is: instances of one cell share it. */
    @WithDefault("rw")
    String cell();

    /** Whether this instance works the queue off; off only in tests that do so themselves. */
    @WithDefault("true")
    boolean drain();

    /** Threads that do so. */
    @WithDefault("2")
    @Min(1)
    int workers();

    /** Actions that a thread may do before it asks for its share again; lost, and refilled, when it is killed. */
    @WithDefault("20")
    @Min(1)
    int share();

    /** Pause between looks at an empty queue; what arrives at this instance is seen at once. */
    @WithDefault("500ms")
    Duration idlePause();

    /** How long a POST waits for its actions to be done; it waits not at all if they cannot be done by then. */
    @WithDefault("2s")
    Duration answerWithin();

    /** Requests of this instance that may wait so at one time. */
    @WithDefault("32")
    @Min(1)
    int waitingRequests();

    /** How old the view of the queue may be by which clients are told their place. */
    @WithDefault("1s")
    Duration viewAge();

    /** Pause after the first try of an action that must wait for another; n times as long after the n-th. */
    @WithDefault("1m")
    Duration retryPause();

    /** Longest pause between two tries. What changes the booking wakes the action at once. */
    @WithDefault("15m")
    Duration longestRetryPause();

    /** How long after its receipt an action may wait for what it builds on. */
    @WithDefault("24h")
    Duration waitAtMost();
}
