package rw.ishemalink.local.parts;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import rw.ishemalink.schemas.Agency;
import rw.ishemalink.schemas.Topics;

/** The agencies' accounts at one broker. Invariant: an account may do what {@link Agency} declares for it, and nothing else. */
final class BrokerAgencies {

    /** Kafka's least for SCRAM; a random password of 32 bytes is not guessed anyway. */
    private static final int ITERATIONS = 4096;

    private static final Set<String> PRINCIPALS =
            Arrays.stream(Agency.values()).map(BrokerAgencies::principal).collect(Collectors.toSet());

    private final Admin admin;

    BrokerAgencies(Admin admin) {
        this.admin = admin;
    }

    /** Gives and takes permissions as declared, then sets the passwords: nobody logs in before its limits stand. */
    void admit(Function<Agency, String> passwords) {
        Set<AclBinding> declared = declared();
        Set<AclBinding> found = found();
        Set<AclBinding> surplus = new HashSet<>(found);
        surplus.removeAll(declared);
        Set<AclBinding> missing = new HashSet<>(declared);
        missing.removeAll(found);
        if (!surplus.isEmpty()) {
            List<AclBindingFilter> taken =
                    surplus.stream().map(AclBinding::toFilter).toList();
            BrokerTopics.get(admin.deleteAcls(taken).all());
        }
        if (!missing.isEmpty()) {
            BrokerTopics.get(admin.createAcls(missing).all());
        }
        List<UserScramCredentialAlteration> credentials = Arrays.stream(Agency.values())
                .map(agency -> credential(agency, passwords.apply(agency)))
                .toList();
        BrokerTopics.get(admin.alterUserScramCredentials(credentials).all());
    }

    private Set<AclBinding> found() {
        Collection<AclBinding> all =
                BrokerTopics.get(admin.describeAcls(AclBindingFilter.ANY).values());
        return all.stream()
                .filter(binding -> PRINCIPALS.contains(binding.entry().principal()))
                .collect(Collectors.toSet());
    }

    private static Set<AclBinding> declared() {
        return Arrays.stream(Agency.values())
                .flatMap(BrokerAgencies::declaredFor)
                .collect(Collectors.toSet());
    }

    private static Stream<AclBinding> declaredFor(Agency agency) {
        Stream<AclBinding> topics = agency.topics().stream()
                .map(Topics::topicName)
                .map(name -> new ResourcePattern(ResourceType.TOPIC, name, PatternType.LITERAL))
                .flatMap(topic -> Stream.of(
                        allow(agency, topic, AclOperation.READ), allow(agency, topic, AclOperation.DESCRIBE)));
        ResourcePattern groups = new ResourcePattern(ResourceType.GROUP, agency.groupPrefix(), PatternType.PREFIXED);
        return Stream.concat(topics, Stream.of(allow(agency, groups, AclOperation.READ)));
    }

    private static AclBinding allow(Agency agency, ResourcePattern resource, AclOperation operation) {
        return new AclBinding(
                resource, new AccessControlEntry(principal(agency), "*", operation, AclPermissionType.ALLOW));
    }

    private static String principal(Agency agency) {
        return "User:" + agency.account();
    }

    private static UserScramCredentialAlteration credential(Agency agency, String password) {
        return new UserScramCredentialUpsertion(
                agency.account(),
                new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS),
                password.getBytes(StandardCharsets.UTF_8));
    }
}
