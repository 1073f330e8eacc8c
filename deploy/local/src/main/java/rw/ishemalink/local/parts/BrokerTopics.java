package rw.ishemalink.local.parts;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of one broker. Each step sends one request for all topics. */
final class BrokerTopics {

    private static final int ANSWER_SECONDS = 30;
    private final Admin admin;

    BrokerTopics(Admin admin) {
        this.admin = admin;
    }

    /** Makes what is missing and corrects the settings of the rest. */
    void apply() {
        List<TopicSpec> specs = TopicSpec.listAll();
        Map<String, TopicSpec> missing = specs.stream().collect(Collectors.toMap(TopicSpec::name, Function.identity()));
        missing.keySet().removeAll(get(admin.listTopics().names()));
        create(missing.values());
        List<TopicSpec> old =
                specs.stream().filter(spec -> !missing.containsKey(spec.name())).toList();
        if (!old.isEmpty()) {
            requirePartitions(old);
            setConfig(old);
        }
    }

    /** How many replicas is the cluster's to say ({@code default.replication.factor}): one here, three in production. */
    private void create(Collection<TopicSpec> specs) {
        List<NewTopic> topics = specs.stream()
                .map(spec -> new NewTopic(spec.name(), Optional.of(spec.partitions()), Optional.empty())
                        .configs(spec.config()))
                .toList();
        admin.createTopics(topics).values().values().forEach(BrokerTopics::getUnlessItExists);
    }

    private static void getUnlessItExists(KafkaFuture<Void> creation) {
        try {
            get(creation);
        } catch (PartFailedException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    /** More partitions would send a key to another one and break its order, so this is never done by itself. */
    private void requirePartitions(List<TopicSpec> specs) {
        Map<String, Integer> declared =
                specs.stream().collect(Collectors.toMap(TopicSpec::name, TopicSpec::partitions));
        get(admin.describeTopics(declared.keySet()).allTopicNames())
                .forEach((name, found) -> requirePartitions(found, declared.getOrDefault(name, 0)));
    }

    private static void requirePartitions(TopicDescription found, int declared) {
        int partitions = found.partitions().size();
        if (partitions != declared) {
            throw new PartFailedException("kafka: topic " + found.name() + " has " + partitions
                    + " partitions, declared are " + declared + "; a change needs a new topic");
        }
    }

    private void setConfig(List<TopicSpec> specs) {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = specs.stream()
                .collect(Collectors.toMap(
                        spec -> new ConfigResource(ConfigResource.Type.TOPIC, spec.name()), BrokerTopics::changes));
        get(admin.incrementalAlterConfigs(changes).all());
    }

    private static Collection<AlterConfigOp> changes(TopicSpec spec) {
        return spec.config().entrySet().stream()
                .map(entry ->
                        new AlterConfigOp(new ConfigEntry(entry.getKey(), entry.getValue()), AlterConfigOp.OpType.SET))
                .toList();
    }

    /** The broker's answer. */
    static <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new PartFailedException("kafka: " + cause.getMessage(), cause);
        } catch (TimeoutException e) {
            throw new PartFailedException("kafka: no answer within " + ANSWER_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailedException("interrupted while asking kafka", e);
        }
    }
}
