package rw.ishemalink.kit.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** At what pace data goes; how long it stays is code, checked against the documentation. */
@ConfigMapping(prefix = "ishema.retention")
public interface RetentionConfig {

    /** Pause between two looks. */
    @WithDefault("PT1H")
    Duration look();

    /** Rows that one transaction takes. */
    @WithDefault("500")
    int batch();

    /** Pause between two such transactions. */
    @WithDefault("PT0.1S")
    Duration pause();
}
