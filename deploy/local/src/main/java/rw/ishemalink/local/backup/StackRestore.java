package rw.ishemalink.local.backup;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import rw.ishemalink.backup.base.DataFolder;
import rw.ishemalink.backup.base.RecoveryTarget;
import rw.ishemalink.local.backup.DatabaseRestore.Restored;
import rw.ishemalink.local.parts.Part;
import rw.ishemalink.local.stack.LocalStack;
import rw.ishemalink.local.stack.ServicePart;

/**
 * Brings the databases of a stack back to a moment. What is there is moved aside, not deleted. Afterwards the services hear
 * again what they heard since that moment.
 */
public final class StackRestore {

    private final LocalStack stack;
    private final StackArchive archive;

    public StackRestore(LocalStack stack, StackArchive archive) {
        this.stack = stack;
        this.archive = archive;
    }

    /**
     * What was done.
     *
     * @param aside where the databases lie that were there; the data folder itself when there were none
     * @param again how many records the services will hear again
     */
    public record Done(Restored restored, Path aside, long again) {}

    /** Stops what uses the databases and restores; whoever calls starts the stack again. */
    public Done run(RecoveryTarget target, Instant now) {
        stopUsers();
        archive.stopArchive();
        archive.startStore();
        stack.postgres().stop();
        Path data = stack.postgres().dataFolder();
        Path aside = new DataFolder(data).moveAside(now).orElse(data);
        Restored restored = new DatabaseRestore(stack.options().parts(), archive.database()).run(target);
        if (!stack.kafka().isAlive()) {
            stack.start(stack.kafka().name());
        }
        long again =
                new OffsetRewind(stack.kafka().bootstrapServers()).run(services(), target.earliest(restored.backup()));
        return new Done(restored, aside, again);
    }

    private void stopUsers() {
        List<Part> users = stack.parts().stream()
                .filter(part -> part instanceof ServicePart || part.equals(stack.registry()))
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            users.forEach(part -> threads.execute(() -> {
                part.stop();
                stack.forget(part);
            }));
        }
    }

    private Set<String> services() {
        return stack.services().stream()
                .filter(service -> service.service().database().isPresent())
                .map(Part::name)
                .collect(Collectors.toSet());
    }
}
