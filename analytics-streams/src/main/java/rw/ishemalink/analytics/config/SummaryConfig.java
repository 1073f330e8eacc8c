package rw.ishemalink.analytics.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is published for other countries. */
@ConfigMapping(prefix = "ishema.analytics.summary")
public interface SummaryConfig {

    /** How often sums that may leave the country are published. */
    @WithDefault("1h")
    Duration every();

    /** How soon it is tried again when not every partition answered, or Kafka did not. */
    @WithDefault("1m")
    Duration retry();

    /** ISO 3166-1 alpha-2 of the country in which this runs. */
    @WithDefault("RW")
    String country();

    /**
     * 32 random bytes in base64, the same for all instances: what an instance signs its questions with that it asks the
     * others by itself, for nobody. Everybody knows the default; a stack with real people has one of its own.
     */
    @WithDefault("aXNoZW1hbGluay1pbnN0YW5jZXMtb24tbG9vcGJhY2shISE=")
    String instanceKey();
}
