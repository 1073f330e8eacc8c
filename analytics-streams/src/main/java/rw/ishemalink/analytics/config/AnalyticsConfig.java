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

    /**
     * Which generation of the stores this instance works on. One more begins anew from {@code booking.facts} and the events
     * that are kept, beside the one that answers.
     */
    @WithDefault("1")
    int generation();

    /**
     * 32 random bytes in base64: the key of the names under which customers are counted. Everybody knows the default; a
     * stack with real people has one of its own, and keeps it, for under another key everybody is somebody else.
     */
    @WithDefault("aXNoZW1hbGluay1vbi1hLWRldmVsb3BlcnMtbWFjaGluZSE=")
    String customerKey();
}
