package rw.ishemalink.local.parts;

import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import rw.ishemalink.schemas.Agency;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.wire.SchemaVersions;

/**
 * Brings a broker and a registry to what {@link Topics} and {@link SchemaVersions} declare. May be repeated at any time;
 * what is there already stays.
 */
public final class Contracts {

    private Contracts() {}

    /**
     * Makes every declared topic and its dead-letter topic, and sets retention and clean-up as declared.
     *
     * @throws PartFailedException when the broker refuses, or a topic has another number of partitions than declared
     */
    public static void createTopics(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            new BrokerTopics(admin).apply();
        }
    }

    /**
     * Lets every {@link Agency} log in with that password and read what is declared for it. What else the accounts of
     * agencies were allowed is taken from them.
     *
     * @throws PartFailedException when the broker refuses
     */
    public static void admitAgencies(String bootstrapServers, Function<Agency, String> passwords) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            new BrokerAgencies(admin).admit(passwords);
        }
    }

    /**
     * Registers every committed version of every contract, with the rules FULL_TRANSITIVE compatibility and full
     * validity.
     *
     * @param registry its address without a path, e.g. {@code http://127.0.0.1:8070}
     * @throws PartFailedException when the registry refuses, or holds another schema under a committed version
     */
    public static void register(URI registry) {
        RegistryContracts contracts = new RegistryContracts(new RegistryApi(registry));
        for (Topics topic : Topics.values()) {
            contracts.register(topic.subject(), SchemaVersions.versions(topic));
        }
    }
}
