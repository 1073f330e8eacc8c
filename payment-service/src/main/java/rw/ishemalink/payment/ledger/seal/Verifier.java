package rw.ishemalink.payment.ledger.seal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.kit.chain.Seal;
import rw.ishemalink.payment.ledger.seal.Finding.Kind;
import rw.ishemalink.payment.ledger.store.BalanceStore;
import rw.ishemalink.payment.ledger.store.VerifyStore;

/** Checks a tenant's books from the first transfer to the last, in one snapshot, while others go on writing. */
@ApplicationScoped
public class Verifier {

    /** A place in the chain that somebody noted earlier. */
    public record Noted(long sequence, String hash) {}

    private static final int MOST_FINDINGS = 100;
    private static final String ONE_SNAPSHOT = "set transaction isolation level repeatable read read only";

    private final VerifyStore books;
    private final BalanceStore balances;

    public Verifier(VerifyStore books, BalanceStore balances) {
        this.books = books;
        this.balances = balances;
    }

    /**
     * Checks everything.
     *
     * @param sql a transaction that has not done anything yet
     * @param noted a place that must still be there
     */
    public Verification verify(Handle sql, String tenant, Optional<Noted> noted) {
        sql.execute(ONE_SNAPSHOT);
        Walk walk = new Walk(MOST_FINDINGS);
        books.walk(sql, tenant, walk::next);
        List<Finding> findings = new ArrayList<>(walk.findings());
        findings.addAll(books.listOutsideTheChain(sql, tenant, MOST_FINDINGS));
        findings.addAll(books.listUnbalanced(sql, tenant, MOST_FINDINGS));
        findings.addAll(books.listWrongTotals(sql, tenant, MOST_FINDINGS));
        checkEnd(sql, tenant, walk.end()).ifPresent(findings::add);
        noted.flatMap(place -> checkNoted(sql, tenant, place)).ifPresent(findings::add);
        return new Verification(
                findings.isEmpty(), walk.places(), balances.countWaiting(sql, tenant), walk.end(), findings);
    }

    private Optional<Finding> checkEnd(Handle sql, String tenant, Seal end) {
        Seal noted = balances.findLastSeal(sql, tenant).orElse(Seal.GENESIS);
        return noted.equals(end)
                ? Optional.empty()
                : Optional.of(new Finding(
                        Kind.END_MOVED,
                        end.sequence(),
                        null,
                        "the chain ended at place " + noted.sequence() + " with hash " + noted.hash()));
    }

    private Optional<Finding> checkNoted(Handle sql, String tenant, Noted noted) {
        boolean there = books.findHash(sql, tenant, noted.sequence())
                .filter(noted.hash()::equals)
                .isPresent();
        return there
                ? Optional.empty()
                : Optional.of(new Finding(
                        Kind.NOT_AS_NOTED, noted.sequence(), null, "the place does not have the hash " + noted.hash()));
    }
}
