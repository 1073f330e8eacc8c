package rw.ishemalink.analytics.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How questions are answered. */
@ConfigMapping(prefix = "ishema.analytics")
public interface AnalyticsConfig {

    /** This instance's host and port, as the other instances reach it. */
    @WithDefault("localhost:8087")
    String advertised();

    /** How long a question waits for partitions that are moving before it is answered without them. */
    @WithDefault("2s")
    Duration patience();

    /** How long another instance may take to answer. */
    @WithDefault("1s")
    Duration peerTimeout();

    /** Figures of today as they change. */
    Live live();

    /** See {@link #live()}. */
    interface Live {

        /** How often is looked for changes, and so how often one who watches is told of them at most. */
        @WithDefault("500ms")
        Duration look();

        /** How often a stream gives a sign of life; less than the door waits for an answer. */
        @WithDefault("10s")
        Duration heartbeat();

        /** How many may watch at a time, each instance. */
        @WithDefault("1000")
        int mostWatchers();

        /** How often one person may watch at a time, each instance. */
        @WithDefault("10")
        int mostPerPerson();
    }

    /** What is published for other countries. */
    Summary summary();

    /** See {@link #summary()}. */
    interface Summary {

        /** How often sums that may leave the country are published. */
        @WithDefault("1h")
        Duration every();

        /** How soon it is tried again when not every partition answered, or Kafka did not. */
        @WithDefault("1m")
        Duration retry();

        /** ISO 3166-1 alpha-2 of the country in which this runs. */
        @WithDefault("RW")
        String country();
    }
}
