package rw.ishemalink.local.parts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apache.avro.Schema;
import rw.ishemalink.local.parts.RegistryApi.Answer;
import rw.ishemalink.schemas.wire.SchemaVersions.Version;

/** Registers contracts. Invariant: a version number means one schema, here as in the sources, for ever. */
final class RegistryContracts {

    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final RegistryApi api;

    RegistryContracts(RegistryApi api) {
        this.api = api;
    }

    void register(String subject, List<Version> versions) {
        if (versions.isEmpty()) {
            return;
        }
        createArtifact(subject);
        createRule(subject, "VALIDITY", "FULL");
        createRule(subject, "COMPATIBILITY", "FULL_TRANSITIVE");
        versions.forEach(version -> createVersion(subject, version));
    }

    private void createArtifact(String subject) {
        ObjectNode artifact = JSON.objectNode().put("artifactId", subject).put("artifactType", "AVRO");
        requireDone(subject, api.post("", artifact.toString()));
    }

    private void createRule(String subject, String type, String config) {
        ObjectNode rule = JSON.objectNode().put("ruleType", type).put("config", config);
        requireDone(subject, api.post("/" + subject + "/rules", rule.toString()));
    }

    private void createVersion(String subject, Version version) {
        String path = "/" + subject + "/versions";
        Answer found = api.get(path + "/" + version.number() + "/content");
        if (found.status() == NOT_FOUND) {
            requireDone(subject + " version " + version.number(), api.post(path, body(version)));
        } else {
            requireSame(subject, version, found);
        }
    }

    private static String body(Version version) {
        ObjectNode body = JSON.objectNode().put("version", Integer.toString(version.number()));
        body.putObject("content").put("content", version.schema().toString()).put("contentType", "application/json");
        return body.toString();
    }

    private static void requireSame(String subject, Version version, Answer found) {
        if (found.status() != OK || !new Schema.Parser().parse(found.body()).equals(version.schema())) {
            throw new PartFailedException("registry: " + subject + " version " + version.number()
                    + " is another schema there than in the sources");
        }
    }

    /** Conflict: another start did the same before. */
    private static void requireDone(String what, Answer answer) {
        if (answer.status() != OK && answer.status() != NO_CONTENT && answer.status() != CONFLICT) {
            throw new PartFailedException("registry: " + what + " was refused: " + answer.body());
        }
    }
}
