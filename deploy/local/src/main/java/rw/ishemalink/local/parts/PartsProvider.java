package rw.ishemalink.local.parts;

/** A way to run the parts, found by {@link java.util.ServiceLoader} and chosen by name with {@code -Dishema.parts}. */
public interface PartsProvider {

    /** What the system property must say to choose it. */
    String name();

    /**
     * Starts the parts. Topics and contracts are not its task.
     *
     * @throws PartFailedException when one cannot be started; then none is left running
     */
    RunningParts start(PartsRequest request);
}
