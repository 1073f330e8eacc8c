package rw.ishemalink.kit.testing.walk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.local.openapi.Known;

/**
 * Rows that there really are when a walk comes by.
 *
 * @param tenant whose they are
 * @param operatorId whose fleet they are of
 * @param ids real values by the name of the parameter or property that takes them, e.g. {@code bookingId}; {@code GET
 *     /path#name} is for that endpoint alone
 * @param owners who may see them, by what they are called in the table
 * @param secrets texts beside the ids that no answer to somebody else may have
 */
public record Seeded(
        String tenant, UUID operatorId, Map<String, String> ids, Map<String, TestToken> owners, List<String> secrets) {

    public Seeded {
        ids = Map.copyOf(ids);
        owners = Map.copyOf(owners);
        secrets = List.copyOf(secrets);
    }

    /** Of the default tenant and an operator of its own. */
    public static Seeded of(Map<String, String> ids, Map<String, TestToken> owners, String... secrets) {
        return new Seeded("ishemalink", UUID.randomUUID(), ids, owners, List.of(secrets));
    }

    /** Nothing: for services whose endpoints name no rows. */
    public static Seeded nothing() {
        return of(Map.of(), Map.of());
    }

    /** What nobody else's answer may have. */
    Stream<String> marks() {
        return Stream.concat(ids.values().stream().filter(Known::isRow), secrets.stream());
    }
}
