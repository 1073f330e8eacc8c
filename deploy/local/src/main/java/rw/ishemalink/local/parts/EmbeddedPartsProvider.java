package rw.ishemalink.local.parts;

/** Child processes of this JVM; needs nothing but the files that Maven fetched. */
public final class EmbeddedPartsProvider implements PartsProvider {

    @Override
    public String name() {
        return "embedded";
    }

    @Override
    public RunningParts start(PartsRequest request) {
        return EmbeddedParts.start(request);
    }
}
