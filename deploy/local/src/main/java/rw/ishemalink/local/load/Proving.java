package rw.ishemalink.local.load;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import rw.ishemalink.local.stack.LocalStack;

/** Compares a stack that came back with what clients, providers and its own broker know. */
public final class Proving {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final LocalStack stack;
    private final URI simulators;
    private final List<Database> owners;

    /** @param owners services whose outboxes are compared with the broker */
    public Proving(LocalStack stack, URI simulators, List<String> owners) {
        this.stack = stack;
        this.simulators = simulators;
        this.owners = owners.stream()
                .map(owner -> new Database(stack.database(owner)))
                .toList();
    }

    /** Compares everything, once what was under way is decided. */
    public DrillProof prove(Told told, Instant disaster, Predicate<Chain> isIntact) {
        MoneyCheck money = new MoneyCheck(new Database(stack.database(LoadStack.PAYMENT)), new Settlements(simulators));
        Waiting.until("every payment to be decided", PATIENCE, () -> money.countOpen() == 0);
        Waiting.until("all events to be published", PATIENCE, () -> published().waiting() == 0);
        return new DrillProof(
                told.compare(new Database(stack.database(LoadStack.BOOKING)), disaster),
                published().unknown(),
                money.compare(),
                isIntact.test(Chain.LEDGER),
                isIntact.test(Chain.TRAIL));
    }

    /** Waits until every group that reads one of the outboxes' topics has heard all that is there. */
    public void awaitHeard() {
        Set<String> topics = owners.stream()
                .flatMap(owner -> owner.list("select distinct topic from outbox", row -> row.getString(1)).stream())
                .collect(Collectors.toSet());
        try (Backlog backlog = new Backlog(stack.kafka().bootstrapServers())) {
            Waiting.until(
                    "all groups to have heard everything",
                    PATIENCE,
                    () -> backlog.lags(topics::contains).values().stream().allMatch(lag -> lag <= 0));
        }
    }

    private Published.Found published() {
        return new Published(stack.kafka().bootstrapServers(), owners).compare();
    }
}
