package rw.ishemalink.compliance.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.compliance.audit.TrailFinding.Kind;
import rw.ishemalink.compliance.audit.store.TrailStore;
import rw.ishemalink.kit.chain.Seal;

/** Checks a tenant's trail, or a stretch of it, in one snapshot, while others go on writing. */
@ApplicationScoped
public class TrailVerifier {

    /** A place that somebody noted earlier. */
    public record Noted(long sequence, String hash) {}

    private final TrailStore store;

    public TrailVerifier(TrailStore store) {
        this.store = store;
    }

    /**
     * Checks up to so many entries.
     *
     * @param sql a transaction that has not done anything yet
     * @param from the first place to read; the one before it is taken as it stands
     * @param noted a place that must still be there
     */
    public TrailVerification verify(Handle sql, String tenant, long from, long atMost, Optional<Noted> noted) {
        sql.execute(TrailStore.ONE_SNAPSHOT);
        Seal before =
                from == 1 ? Seal.GENESIS : store.findSeal(sql, tenant, from - 1).orElse(Seal.GENESIS);
        TrailWalk walk = new TrailWalk(before);
        store.walk(sql, tenant, before.sequence(), atMost, walk::next);
        Seal head = store.findHead(sql, tenant).orElse(Seal.GENESIS);
        boolean more = walk.places() == atMost && walk.end().sequence() < head.sequence();
        List<TrailFinding> findings = new ArrayList<>(walk.findings());
        if (!more && !walk.end().equals(head)) {
            findings.add(finding(
                    Kind.END_MOVED,
                    walk.end().sequence(),
                    "the trail ended at place " + head.sequence() + " with hash " + head.hash()));
        }
        noted.flatMap(place -> check(sql, tenant, place)).ifPresent(findings::add);
        return new TrailVerification(
                findings.isEmpty(), walk.places(), more, store.countWaiting(sql, tenant), walk.end(), findings);
    }

    private Optional<TrailFinding> check(Handle sql, String tenant, Noted noted) {
        boolean there = store.findSeal(sql, tenant, noted.sequence())
                .filter(seal -> seal.hash().equals(noted.hash()))
                .isPresent();
        return there
                ? Optional.empty()
                : Optional.of(finding(
                        Kind.NOT_AS_NOTED, noted.sequence(), "the place does not have the hash " + noted.hash()));
    }

    private static TrailFinding finding(Kind kind, long sequence, String what) {
        return new TrailFinding(kind, sequence, null, null, what);
    }
}
