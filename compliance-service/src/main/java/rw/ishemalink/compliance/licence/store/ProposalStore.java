package rw.ishemalink.compliance.licence.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.licence.Licence;
import rw.ishemalink.compliance.licence.LicenceKind;
import rw.ishemalink.compliance.licence.LicenceQuestion;
import rw.ishemalink.compliance.licence.intake.Proposal;
import rw.ishemalink.compliance.licence.intake.Proposal.State;

/** Entries that wait for a second pair of eyes, and what became of them. */
@ApplicationScoped
public class ProposalStore {

    private static final String ADD = """
            insert into licence_proposal (proposal_id, tenant, kind, subject, number, status, valid_until, issued_on, holder,
                                          holder_tin, zone, vehicle_plate, categories, reason, proposed_by, proposed_at)
            values (:proposalId, :tenant, :kind, :subject, :number, :status, :validUntil, :issuedOn, :holder, :holderTin,
                    :zone, :vehiclePlate, :categories, :reason, :proposedBy, :proposedAt)""";

    private static final String DECIDE = """
            update licence_proposal
               set state = :state, decided_by = :decidedBy, decided_at = :decidedAt, decision_reason = :reason,
                   licence_id = :licenceId, subject = null, number = null, holder = null, holder_tin = null,
                   vehicle_plate = null
             where proposal_id = :proposalId""";

    private final ProposalSeal seal;
    private final SubjectSeal subjects;

    ProposalStore(ProposalSeal seal, SubjectSeal subjects) {
        this.seal = seal;
        this.subjects = subjects;
    }

    /** Whoever decides, when and why. */
    public record Decided(State state, UUID decidedBy, Instant decidedAt, String reason) {}

    public void add(Handle sql, String tenant, Proposal proposal, LicenceQuestion question, Licence licence) {
        UUID proposalId = proposal.proposalId();
        Licence sealed = seal.seal(proposalId, licence);
        sql.createUpdate(ADD)
                .bind("proposalId", proposalId)
                .bind("tenant", tenant)
                .bind("kind", question.kind())
                .bind("subject", seal.seal(proposalId, question))
                .bind("number", sealed.number())
                .bind("status", licence.status())
                .bind("validUntil", licence.validUntil())
                .bind("issuedOn", licence.issuedOn())
                .bind("holder", sealed.holder())
                .bind("holderTin", sealed.holderTin())
                .bind("zone", licence.zone())
                .bind("vehiclePlate", sealed.vehiclePlate())
                .bindArray("categories", String.class, licence.categories())
                .bind("reason", proposal.reason())
                .bind("proposedBy", proposal.proposedBy())
                .bind("proposedAt", proposal.proposedAt())
                .execute();
    }

    /** The proposal, held until the transaction ends. */
    public Optional<Proposal> findForUpdate(Handle sql, String tenant, UUID proposalId) {
        return sql.createQuery("""
                        select * from licence_proposal where tenant = :tenant and proposal_id = :proposalId
                           for no key update""")
                .bind("tenant", tenant)
                .bind("proposalId", proposalId)
                .map((row, _) -> proposal(row))
                .findOne();
    }

    /** Proposals, oldest first; those that wait, or all. */
    public List<Proposal> list(Handle sql, String tenant, boolean openOnly, @Nullable UUID after, int limit) {
        return sql.createQuery("""
                        select * from licence_proposal
                         where tenant = :tenant and (not :openOnly or state = 'PROPOSED')
                           and (cast(:after as uuid) is null or proposal_id > :after)
                         order by proposal_id limit :limit""")
                .bind("tenant", tenant)
                .bind("openOnly", openOnly)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, _) -> proposal(row))
                .list();
    }

    /** Notes the decision and forgets what identifies a person. */
    public void decide(Handle sql, UUID proposalId, Decided decided, @Nullable UUID licenceId) {
        sql.createUpdate(DECIDE)
                .bind("proposalId", proposalId)
                .bind("state", decided.state())
                .bind("decidedBy", decided.decidedBy())
                .bind("decidedAt", decided.decidedAt())
                .bind("reason", decided.reason())
                .bind("licenceId", licenceId)
                .execute();
    }

    /** The licence on our register. */
    public Optional<UUID> findLicence(Handle sql, String tenant, LicenceQuestion question) {
        return sql.createQuery("""
                        select licence_id from licence
                         where tenant = :tenant and kind = :kind and subject_index = :subjectIndex""")
                .bind("tenant", tenant)
                .bind("kind", question.kind())
                .bind("subjectIndex", subjects.index(tenant, question))
                .mapTo(UUID.class)
                .findOne();
    }

    private Proposal proposal(ResultSet row) throws SQLException {
        UUID proposalId = row.getObject("proposal_id", UUID.class);
        LicenceKind kind = LicenceKind.valueOf(row.getString("kind"));
        String subject = row.getString("subject");
        return new Proposal(
                proposalId,
                kind,
                subject == null ? null : seal.open(proposalId, kind, subject),
                subject == null ? null : seal.open(proposalId, LicenceRows.licence(row)),
                row.getString("reason"),
                row.getObject("proposed_by", UUID.class),
                LicenceRows.time(row, "proposed_at"),
                State.valueOf(row.getString("state")),
                LicenceRows.findId(row, "decided_by"),
                LicenceRows.findTime(row, "decided_at"),
                row.getString("decision_reason"),
                LicenceRows.findId(row, "licence_id"));
    }
}
