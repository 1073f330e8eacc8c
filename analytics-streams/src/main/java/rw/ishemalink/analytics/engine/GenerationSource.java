package rw.ishemalink.analytics.engine;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * The setting {@code ishema.analytics.generation} as the end of the application id: each generation has internal topics,
 * offsets and a state directory of its own. The first has no such end.
 */
public final class GenerationSource implements ConfigSourceFactory {

    private static final String GENERATION = "ishema.analytics.generation";
    private static final String SUFFIX = "analytics-streams.generation-suffix";

    /** As application.properties, which names it. */
    private static final int ORDINAL = 250;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        return List.of(new PropertiesConfigSource(
                Map.of(SUFFIX, suffix(context.getValue(GENERATION))), "generation of analytics", ORDINAL));
    }

    private static String suffix(@Nullable ConfigValue generation) {
        String number = generation == null || generation.getValue() == null
                ? "1"
                : generation.getValue().strip();
        return number.equals("1") ? "" : "-g" + number;
    }
}
