package rw.ishemalink.local.containers;

import rw.ishemalink.local.parts.PartFailedException;
import rw.ishemalink.local.parts.PartsProvider;
import rw.ishemalink.local.parts.PartsRequest;
import rw.ishemalink.local.parts.RunningParts;

/** Containers of a Docker engine. Names no type of Testcontainers, so that it can be looked at where that is absent. */
public final class ContainerPartsProvider implements PartsProvider {

    @Override
    public String name() {
        return "containers";
    }

    /**
     * Starts the containers.
     *
     * @throws PartFailedException also when data are to be kept, which containers do not do
     */
    @Override
    public RunningParts start(PartsRequest request) {
        if (request.home().isPresent()) {
            throw new PartFailedException(
                    "containers keep no data; ask for parts without a home, or for embedded ones");
        }
        try {
            return ContainerParts.start(request.registry());
        } catch (NoClassDefFoundError e) {
            throw new PartFailedException("containers need Testcontainers: run Maven with -Pcontainers", e);
        }
    }
}
