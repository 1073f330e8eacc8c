package rw.ishemalink.kit.cipher;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The keys that columns are sealed with. */
@ConfigMapping(prefix = "ishema.cipher")
public interface CipherConfig {

    /** {@code id:base64} of 32 bytes each, parted by commas: the first one seals, all of them open. */
    Optional<String> keys();

    /** 32 bytes in base64 for blind indexes; it is not rotated, since it opens nothing. */
    Optional<String> indexKey();

    /** Pause between two looks for rows that are not sealed with the active key. */
    @WithDefault("PT10S")
    Duration look();

    /** Rows that one transaction seals anew. */
    @WithDefault("500")
    int batch();

    /** Pause between two such transactions, so that customers do not feel a rotation. */
    @WithDefault("PT0.05S")
    Duration pause();

    /** How long a key still counts as in use after an instance last said that it seals with it. */
    @WithDefault("PT5M")
    Duration inUse();
}
