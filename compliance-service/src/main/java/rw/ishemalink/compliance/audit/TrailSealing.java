package rw.ishemalink.compliance.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.compliance.audit.store.SealingStore;
import rw.ishemalink.compliance.audit.store.SealingStore.Waiting;
import rw.ishemalink.kit.chain.Seal;

/**
 * Gives entries their places, a few at a time, in the order in which they were found committed. The transaction's lock
 * makes it the only one; when its holder dies, PostgreSQL frees the lock and undoes what it began.
 */
@ApplicationScoped
public class TrailSealing {

    private final SealingStore store;

    public TrailSealing(SealingStore store) {
        this.store = store;
    }

    /** Seals up to so many entries, in the caller's transaction; answers how many it took from the queue. */
    public int seal(Handle sql, int atMost) {
        if (!store.becomeSealer(sql)) {
            return 0;
        }
        List<Waiting> waiting = store.listWaiting(sql, atMost);
        List<TrailEntry> fresh =
                waiting.stream().filter(one -> !one.known()).map(Waiting::entry).toList();
        if (!fresh.isEmpty()) {
            Map<String, Seal> heads = new HashMap<>(
                    store.heads(sql, fresh.stream().map(TrailEntry::tenant).collect(Collectors.toSet())));
            store.insert(sql, chain(fresh, heads, store.now(sql)), heads);
        }
        store.remove(sql, waiting);
        return waiting.size();
    }

    private static List<SealedEntry> chain(List<TrailEntry> fresh, Map<String, Seal> heads, Instant now) {
        List<SealedEntry> sealed = new ArrayList<>();
        for (TrailEntry entry : fresh) {
            SealedEntry next = SealedEntry.next(heads.getOrDefault(entry.tenant(), Seal.GENESIS), entry, now);
            heads.put(entry.tenant(), next.seal());
            sealed.add(next);
        }
        return sealed;
    }
}
