package rw.ishemalink.payment.reconciling;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.payment.collecting.StatementLine;
import rw.ishemalink.payment.config.ReconciliationConfig;
import rw.ishemalink.payment.reconciling.Run.Counts;
import rw.ishemalink.payment.reconciling.store.CaseStore;
import rw.ishemalink.payment.reconciling.store.OurBooks;
import rw.ishemalink.payment.reconciling.store.ProviderStatementStore;
import rw.ishemalink.payment.reconciling.store.RunStore;

/** Compares a page of movements and does what follows, in one transaction; doing it again changes nothing. */
@ApplicationScoped
class Examination {

    private final ProviderStatementStore statements;
    private final CaseStore cases;
    private final RunStore runs;
    private final List<OurBooks> books;
    private final Steps steps;
    private final ReconciliationConfig config;

    Examination(
            ProviderStatementStore statements,
            CaseStore cases,
            RunStore runs,
            @All List<OurBooks> books,
            Steps steps,
            ReconciliationConfig config) {
        this.statements = statements;
        this.cases = cases;
        this.runs = runs;
        this.books = books;
        this.steps = steps;
        this.config = config;
    }

    /** The run holds its day. */
    void page(Handle sql, Run run, List<MovementKey> keys) {
        boolean asked = run.status() == Run.Status.ASKED;
        List<Step> following = pairs(sql, run, keys).stream()
                .flatMap(pair -> Matching.steps(pair, asked).stream())
                .toList();
        Counts more = steps.take(sql, run, following);
        if (!more.equals(Counts.NONE)) {
            runs.count(sql, run, more);
        }
    }

    private List<Pair> pairs(Handle sql, Run run, List<MovementKey> keys) {
        Map<MovementKey, List<StatementLine>> theirs = byKey(
                statements.list(sql, run.provider(), keys), line -> new MovementKey(line.kind(), line.reference()));
        Map<MovementKey, List<OurSide>> ours = byKey(ours(sql, run, keys), OurSide::key);
        Map<MovementKey, List<Case>> before = byKey(cases.listLocked(sql, run.provider(), keys), Case::key);
        Days days = new Days(statements.listDays(sql, run.provider()), config.grace());
        return keys.stream()
                .map(key -> {
                    List<OurSide> known = ours.getOrDefault(key, List.of());
                    return new Pair(
                            key,
                            theirs.getOrDefault(key, List.of()),
                            known,
                            before.getOrDefault(key, List.of()),
                            known.stream().allMatch(days::everyRead));
                })
                .toList();
    }

    private List<OurSide> ours(Handle sql, Run run, List<MovementKey> keys) {
        List<OurSide> known = books.stream()
                .flatMap(kind -> kind.list(sql, run.provider(), keys).stream())
                .toList();
        Map<UUID, Long> fees =
                cases.feesOf(sql, known.stream().map(OurSide::reference).toList());
        return known.stream()
                .map(our -> our.withFee(fees.getOrDefault(our.reference(), 0L)))
                .toList();
    }

    private static <T> Map<MovementKey, List<T>> byKey(List<T> all, Function<T, MovementKey> key) {
        return all.stream().collect(Collectors.groupingBy(key));
    }
}
