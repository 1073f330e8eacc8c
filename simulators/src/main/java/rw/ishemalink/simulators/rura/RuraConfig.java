package rw.ishemalink.simulators.rura;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Keys of the register. The defaults are for local use only. */
@ConfigMapping(prefix = "ishema.simulators.rura")
public interface RuraConfig {

    /** Header X-Api-Key of those who ask. */
    @WithDefault("local-rura-api-key")
    String apiKey();

    /** Header X-Clerk-Key of those who store. */
    @WithDefault("local-rura-clerk-key")
    String clerkKey();
}
