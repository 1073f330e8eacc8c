package rw.ishemalink.booking.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How drivers are sought. */
@ConfigMapping(prefix = "ishema.booking.dispatch")
public interface DispatchConfig {

    /** Great circle from the pick-up to the farthest driver who is considered (mission, "Matching radius"). */
    @WithDefault("10000")
    long radiusMetres();

    /** How many drivers are asked at once. */
    @WithDefault("5")
    int batchSize();

    /** How long an offer can be accepted (mission, "Matching radius"). */
    @WithDefault("PT15S")
    Duration offerLife();

    /** How many batches follow each other before the search pauses. */
    @WithDefault("6")
    int batches();

    /** How long a search pauses when nobody was found. */
    @WithDefault("PT60S")
    Duration pause();

    /** How old a driver's position may be (mission, "fresh position"). */
    @WithDefault("PT60S")
    Duration freshPosition();

    /** How long a position is kept to tell that it is stale; then the driver is no longer near. */
    @WithDefault("PT10M")
    Duration positionsKept();

    /** From how long ago an instance that starts reads the positions. */
    @WithDefault("PT2M")
    Duration lookBack();

    /** The nearest so many drivers are considered for a batch, so that a search costs no more in a crowd. */
    @WithDefault("300")
    int consideredAtMost();

    /** How long before the wished-for pick-up of a ride drivers are asked; at most the two hours of the lifecycle. */
    @WithDefault("PT15M")
    Duration rideLead();

    /** How often the table is looked at for searches that are due. */
    @WithDefault("200ms")
    Duration look();
}
