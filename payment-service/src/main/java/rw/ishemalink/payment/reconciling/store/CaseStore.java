package rw.ishemalink.payment.reconciling.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.outbox.Columns;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.reconciling.Case;
import rw.ishemalink.payment.reconciling.Case.Proposal;
import rw.ishemalink.payment.reconciling.Case.Status;
import rw.ishemalink.payment.reconciling.Difference;
import rw.ishemalink.payment.reconciling.MovementKey;
import rw.ishemalink.payment.reconciling.Resolution;

/** Cases in the database. Whoever changes one holds its lock. */
@ApplicationScoped
public class CaseStore {

    /**
     * Which cases are wanted, newest first.
     *
     * @param onlyOf only those about that tenant's movements
     * @param before only those with a lower number
     */
    public record Wanted(
            Optional<String> onlyOf,
            Optional<Provider> provider,
            Optional<Difference.Kind> kind,
            Optional<Status> status,
            long before,
            int limit) {}

    private static final Columns<UUID> REFERENCES = new Columns<UUID>().with("wanted", "uuid", reference -> reference);

    private static final String OF_KEYS = """
            select c.* from reconciliation_case c
              join\s""" + Keys.WANTED.relation("wanted") + """
                on c.reference = wanted.wanted_reference and c.movement_kind = wanted.wanted_kind
             where c.provider = :provider
             order by c.number for update of c""";

    private static final String OPEN_KEYS = """
            select movement_kind, reference from reconciliation_case
             where provider = :provider and status in ('OPEN', 'WAITING') order by number""";

    private static final String INSERT = """
            insert into reconciliation_case (case_id, provider, movement_kind, reference, day, kind, tenant, movement,
                   transaction_id, their_status, their_amount, their_fee, our_state, our_amount, owed_account,
                   owed_party, difference, of_fees, unexplained_by)
            values (:caseId, :provider, :movementKind, :reference, :day, :kind, :tenant, :movement,
                   :transactionId, :theirStatus, :theirAmount, :theirFee, :ourState, :ourAmount, :owedAccount,
                   :owedParty, :difference, :ofFees, :unexplainedBy)""";

    private static final String PROPOSE = """
            update reconciliation_case
               set proposal = :proposal, proposal_reason = :reason, proposed_by = :person
             where case_id = :caseId""";

    private static final String CLOSE = """
            update reconciliation_case
               set status = :status, resolution = coalesce(:resolution, resolution), corrected_by = :correctedBy,
                   closed_at = now(), proposal = null, proposal_reason = null, proposed_by = null
             where case_id = :caseId""";

    private static final String LIST = """
            select * from reconciliation_case
             where (:onlyOf::text is null or (tenant = :onlyOf and movement is not null))
               and (:provider::text is null or provider = :provider)
               and (:kind::text is null or kind = :kind)
               and (:status::text is null or status = :status)
               and number < :before
             order by number desc limit :limit""";

    private static final String FEES = """
            select wanted as reference, fee.amount
              from\s""" + REFERENCES.relation("charged") + """
              cross join lateral (select (select e.amount from ledger_transfer t join ledger_entry e using (transfer_id)
                                           where t.reference = wanted and t.kind = 'PROVIDER_FEE' and t.phase = 'DIRECT'
                                             and e.side = 'DEBIT') as amount) fee
             where fee.amount is not null""";

    private static final String OPEN = """
            select count(*) from reconciliation_case
             where provider = :provider and status in ('OPEN', 'WAITING')""";

    private record Fee(UUID reference, long amountRwf) {}

    /** All cases about those movements, oldest first, locked. */
    public List<Case> listLocked(Handle sql, Provider provider, List<MovementKey> keys) {
        return Keys.WANTED
                .bindTo(sql.createQuery(OF_KEYS).bind("provider", provider.name()), keys)
                .map(CaseRow::of)
                .list();
    }

    /** The movements whose case is open. */
    public List<MovementKey> listOpenKeys(Handle sql, Provider provider) {
        return sql.createQuery(OPEN_KEYS)
                .bind("provider", provider.name())
                .map(Keys::key)
                .list();
    }

    /** Opens a case; of a movement, one at a time. */
    public void insert(Handle sql, UUID caseId, Provider provider, LocalDate day, String tenant, Found found) {
        CaseRow.bind(sql.createUpdate(INSERT), found)
                .bind("caseId", caseId)
                .bind("provider", provider.name())
                .bind("day", day)
                .bind("tenant", tenant)
                .execute();
    }

    /** The case, locked until the transaction ends. */
    public Optional<Case> findLocked(Handle sql, UUID caseId) {
        return sql.createQuery("select * from reconciliation_case where case_id = :caseId for update")
                .bind("caseId", caseId)
                .map(CaseRow::of)
                .findOne();
    }

    /** The case. */
    public Optional<Case> find(Handle sql, UUID caseId) {
        return sql.createQuery("select * from reconciliation_case where case_id = :caseId")
                .bind("caseId", caseId)
                .map(CaseRow::of)
                .findOne();
    }

    /** A page of cases. */
    public List<Case> list(Handle sql, Wanted wanted) {
        return sql.createQuery(LIST)
                .bind("onlyOf", wanted.onlyOf().orElse(null))
                .bind("provider", name(wanted.provider()))
                .bind("kind", name(wanted.kind()))
                .bind("status", name(wanted.status()))
                .bind("before", wanted.before())
                .bind("limit", wanted.limit())
                .map(CaseRow::of)
                .list();
    }

    /** One person wants this; it waits for another. */
    public void propose(Handle sql, Case one, Proposal proposal) {
        sql.createUpdate(PROPOSE)
                .bind("caseId", one.caseId())
                .bind("proposal", proposal.resolution().name())
                .bind("reason", proposal.reason())
                .bind("person", proposal.by())
                .execute();
    }

    /** It is left to the provider. */
    public void leave(Handle sql, Case one) {
        sql.createUpdate("""
                        update reconciliation_case
                           set status = 'WAITING', resolution = 'PROVIDER_CORRECTS', proposal = null,
                               proposal_reason = null, proposed_by = null
                         where case_id = :caseId""").bind("caseId", one.caseId()).execute();
    }

    /** A person resolved it, or both sides came to agree; that transfer takes it out of suspense. */
    public void close(Handle sql, Case one, Status status, @Nullable Resolution resolution, UUID correctedBy) {
        sql.createUpdate(CLOSE)
                .bind("caseId", one.caseId())
                .bind("status", status.name())
                .bind("resolution", resolution == null ? null : resolution.name())
                .bind("correctedBy", correctedBy)
                .execute();
    }

    /** What is booked as the provider's charge for movements, by our reference. */
    public Map<UUID, Long> feesOf(Handle sql, List<UUID> references) {
        return REFERENCES
                .bindTo(sql.createQuery(FEES), references)
                .map((row, context) -> new Fee(row.getObject("reference", UUID.class), row.getLong("amount")))
                .stream()
                .collect(Collectors.toMap(Fee::reference, Fee::amountRwf));
    }

    /** How many are open at that provider. */
    public long countOpen(Handle sql, Provider provider) {
        return sql.createQuery(OPEN)
                .bind("provider", provider.name())
                .mapTo(Long.class)
                .one();
    }

    private static @Nullable String name(Optional<? extends Enum<?>> filter) {
        return filter.map(Enum::name).orElse(null);
    }
}
