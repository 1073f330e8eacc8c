package rw.ishemalink.payment.reconciling.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.collecting.StatementLine;
import rw.ishemalink.payment.reconciling.Case;
import rw.ishemalink.payment.reconciling.Difference;
import rw.ishemalink.payment.reconciling.OurSide;
import rw.ishemalink.payment.reconciling.Remedies;
import rw.ishemalink.payment.reconciling.Resolution;

/**
 * A difference between a provider's statement and our books; amounts in whole francs.
 *
 * @param movementKind COLLECTION, REFUND or TRANSFER
 * @param reference what the provider calls the movement
 * @param day the day whose comparison found it
 * @param tenant in whose books it stands
 * @param movement our reference; absent when nobody here knows of it
 * @param theirs what the provider says
 * @param ours what our books say
 * @param differenceRwf what the provider holds more for us than our books say; negative: less
 * @param ofFeesRwf what of that comes from fees
 * @param status OPEN, WAITING (for the provider), RESOLVED or EXPLAINED (both sides came to agree)
 * @param fitting the resolutions that fit it while it is open
 * @param proposal what waits for another person's approval
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseView(
        UUID caseId,
        Provider provider,
        Difference.Kind kind,
        StatementLine.Kind movementKind,
        String reference,
        LocalDate day,
        String tenant,
        @Nullable UUID movement,
        TheirSide theirs,
        OursView ours,
        long differenceRwf,
        long ofFeesRwf,
        Case.Status status,
        @Nullable Resolution resolution,
        List<Resolution> fitting,
        Case.@Nullable Proposal proposal,
        Instant openedAt,
        @Nullable Instant closedAt) {

    /** The statement's word; without a status no statement names it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TheirSide(
            StatementLine.@Nullable Status status,
            long amountRwf,
            long feeRwf,
            @Nullable String transactionId) {}

    /** Our word; without a state nobody here knows of it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OursView(OurSide.@Nullable State state, long amountRwf) {}

    static CaseView of(Case one) {
        var sides = one.sides();
        return new CaseView(
                one.caseId(),
                one.provider(),
                one.kind(),
                one.key().kind(),
                one.key().reference(),
                one.day(),
                one.tenant(),
                sides.movement(),
                new TheirSide(sides.theirStatus(), sides.theirAmountRwf(), sides.theirFeeRwf(), sides.transactionId()),
                new OursView(sides.ourState(), sides.ourAmountRwf()),
                one.difference().amountRwf(),
                one.difference().ofFeesRwf(),
                one.status(),
                one.resolution(),
                one.open() ? Remedies.listFitting(one) : List.of(),
                one.proposal(),
                one.openedAt(),
                one.closedAt());
    }
}
