package rw.ishemalink.payment.reconciling;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import rw.ishemalink.payment.collecting.StatementLine;
import rw.ishemalink.payment.collecting.StatementLine.Status;

/**
 * All that both sides say of a movement.
 *
 * @param theirs its lines in the statements that count, of whatever day; usually one
 * @param ours usually one; more where refunds of one collection share their name
 * @param cases about it so far, in the order in which they were opened
 * @param everyDayRead whether the statement of each day on which it may be counted was read
 */
public record Pair(
        MovementKey key, List<StatementLine> theirs, List<OurSide> ours, List<Case> cases, boolean everyDayRead) {

    /** What it adds to the provider's money by the statements, without fees. */
    long theirMoneyRwf() {
        return key.signed(theirAmountRwf());
    }

    long theirAmountRwf() {
        return theirs.stream()
                .filter(line -> line.status() == Status.SUCCEEDED)
                .mapToLong(StatementLine::amountRwf)
                .sum();
    }

    long theirFeeRwf() {
        return theirs.stream().mapToLong(StatementLine::feeRwf).sum();
    }

    /** What it adds to the provider's money by our books, with what persons resolved, without fees. */
    long ourMoneyRwf() {
        long moved = ours.stream()
                .filter(OurSide::moved)
                .mapToLong(OurSide::amountRwf)
                .sum();
        return key.signed(moved)
                + cases.stream()
                        .filter(Case::counts)
                        .mapToLong(one -> one.difference().ofMoneyRwf())
                        .sum();
    }

    /** What is booked as fees for it. */
    long ourFeeRwf() {
        return ours.stream().mapToLong(OurSide::feeRwf).sum()
                - cases.stream()
                        .filter(Case::counts)
                        .mapToLong(one -> one.difference().ofFeesRwf())
                        .sum();
    }

    /** The case that is open. */
    Optional<Case> openCase() {
        return cases.stream().filter(Case::open).findFirst();
    }

    /** Of ours the one that moved, or else the last. */
    Optional<OurSide> leading() {
        return ours.stream().max(Comparator.comparing(OurSide::moved).thenComparing(OurSide::createdAt));
    }

    /** In whose books it stands; nobody's when no tenant's movement explains it. */
    Optional<String> tenant() {
        return leading()
                .map(OurSide::tenant)
                .or(() -> cases.isEmpty()
                        ? Optional.empty()
                        : Optional.of(cases.getLast().tenant()));
    }

    /** Of several lines the one that moved money, or else the last. */
    Optional<StatementLine> leadingLine() {
        return theirs.stream()
                .max(Comparator.comparing((StatementLine line) -> line.status() == Status.SUCCEEDED)
                        .thenComparing(StatementLine::at));
    }

    Sides sides() {
        Optional<StatementLine> line = leadingLine();
        Optional<OurSide> our = leading();
        return new Sides(
                our.map(OurSide::reference).orElse(null),
                line.map(StatementLine::transactionId).orElse(null),
                line.map(StatementLine::status).orElse(null),
                theirAmountRwf(),
                theirFeeRwf(),
                our.map(OurSide::state).orElse(null),
                our.map(OurSide::amountRwf).orElse(0L),
                our.map(OurSide::owed).orElse(Owed.TO_PAYERS));
    }
}
