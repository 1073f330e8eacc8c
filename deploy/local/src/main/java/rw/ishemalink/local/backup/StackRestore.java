package rw.ishemalink.local.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
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
        Path aside = moveAside(now);
        Restored restored = new DatabaseRestore(stack.options().parts(), archive.database()).run(target);
        if (!stack.kafka().isAlive()) {
            stack.start(stack.kafka().name());
        }
        long again = new OffsetRewind(stack.kafka().bootstrapServers()).run(services(), momentOf(target, restored));
        return new Done(restored, aside, again);
    }

    /** The end of the archive is not before the backup that it followed. */
    private static Instant momentOf(RecoveryTarget target, Restored restored) {
        return switch (target) {
            case RecoveryTarget.Moment moment -> moment.at();
            case RecoveryTarget.Latest _ -> restored.backup().endedAt();
        };
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

    private Path moveAside(Instant now) {
        Path data = stack.postgres().dataFolder();
        if (!Files.exists(data)) {
            return data;
        }
        Path aside = data.resolveSibling("before-restore-" + now.getEpochSecond());
        try {
            return Files.move(data, aside);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot move " + data + " aside", e);
        }
    }
}
