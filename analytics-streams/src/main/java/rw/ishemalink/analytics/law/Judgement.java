package rw.ishemalink.analytics.law;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import rw.ishemalink.analytics.law.Fact.Clearance;
import rw.ishemalink.analytics.law.Fact.Money;
import rw.ishemalink.analytics.law.Fact.Move;
import rw.ishemalink.analytics.law.Fact.Receipt;
import rw.ishemalink.analytics.law.Fact.Step;

/** What a dossier shows. A pure function of the facts, so that the order in which topics were read cannot matter. */
final class Judgement {

    /** How long a local signature allows a dispatch (VSDC specification 2.2; docs/audit.md). */
    static final Duration LOCAL_SIGNATURE_LIFE = Duration.ofHours(24);

    /** Times come from the clocks of several services; what is apart by less is taken for the same moment. */
    static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);

    private static final ZoneId RWANDA = ZoneId.of("Africa/Kigali");

    private final Dossier dossier;
    private final List<Move> moves;

    private Judgement(Dossier dossier) {
        this.dossier = dossier;
        this.moves = dossier.moves().toList();
    }

    /** The breaches by their rules; none of a history that is not whole, and none before anybody moves. */
    static Map<LawRule, Breach> of(Dossier dossier) {
        Map<LawRule, Breach> breaches = new EnumMap<>(LawRule.class);
        if (dossier.isWhole() && dossier.hasMoved()) {
            Judgement judgement = new Judgement(dossier);
            for (LawRule rule : LawRule.values()) {
                judgement.find(rule).ifPresent(move -> breaches.put(rule, new Breach(rule, move)));
            }
        }
        return breaches;
    }

    private Optional<Move> find(LawRule rule) {
        return switch (rule) {
            case PAID -> first(move -> departs(move) && move.paymentDue() && !isPaid(move));
            case RECEIPT -> first(move -> departs(move) && !hasReceipt(move));
            case CLEARANCE -> first(move -> departs(move) && findClearance(move).isEmpty());
            case CLEARANCE_VALID -> first(move -> move.step() == Step.PICKED_UP && isExpired(move));
            case BORDER_HOLD -> findLeftWhileHeld();
            case PICKUP_FIRST -> first(move -> move.step() == Step.DELIVERED && !isAfter(move, Step.PICKED_UP));
        };
    }

    private Optional<Move> first(Predicate<Move> isWrong) {
        for (Move move : moves) {
            if (isWrong.test(move)) {
                return Optional.of(move);
            }
        }
        return Optional.empty();
    }

    /** Whether the step needs leave to go: every assignment does, and what moves without one. */
    private boolean departs(Move move) {
        return move.step() == Step.ASSIGNED || (move.step().moves() && !isAfter(move, Step.ASSIGNED));
    }

    private boolean isAfter(Move move, Step earlier) {
        for (Move before : moves) {
            if (before.step() == earlier && before.sequence() < move.sequence()) {
                return true;
            }
        }
        return false;
    }

    private boolean isPaid(Move move) {
        List<Money> known = before(Money.class, move).toList();
        return known.stream().filter(money -> !money.back()).anyMatch(paid -> known.stream()
                .filter(Money::back)
                .filter(back -> back.paymentId().equals(paid.paymentId()))
                .noneMatch(back -> clearlyBefore(back, move)));
    }

    private boolean hasReceipt(Move move) {
        Instant oldest = move.at().minus(LOCAL_SIGNATURE_LIFE).minus(CLOCKS_DIFFER);
        Predicate<Receipt> counts = receipt -> switch (receipt.kind()) {
            case OFFICIAL -> true;
            case LOCAL -> receipt.at().isAfter(oldest);
            case CREDIT -> false;
        };
        return before(Receipt.class, move).anyMatch(counts)
                && before(Receipt.class, move)
                        .noneMatch(receipt -> receipt.kind() == Receipt.Kind.CREDIT && clearlyBefore(receipt, move));
    }

    private Optional<Clearance> findClearance(Move move) {
        return before(Clearance.class, move)
                .filter(clearance -> clearance.driverId().equals(move.driverId())
                        && clearance.vehicleId().equals(move.vehicleId()))
                .filter(clearance ->
                        move.clearanceId() == null || clearance.decisionId().equals(move.clearanceId()))
                .reduce((_, latest) -> latest);
    }

    private boolean isExpired(Move pickup) {
        return moves.stream()
                .filter(move -> move.step() == Step.ASSIGNED && move.sequence() < pickup.sequence())
                .reduce((_, latest) -> latest)
                .flatMap(this::findClearance)
                .map(Clearance::validUntil)
                .filter(last -> pickup.at().atZone(RWANDA).toLocalDate().isAfter(last))
                .isPresent();
    }

    /** Each hold is released by itself. */
    private Optional<Move> findLeftWhileHeld() {
        int holds = 0;
        for (Move move : moves) {
            switch (move.step()) {
                case HELD -> holds++;
                case RELEASED -> holds = Math.max(0, holds - 1);
                case LEFT_BORDER, DELIVERED -> {
                    if (holds > 0) {
                        return Optional.of(move);
                    }
                }
                case BEGAN, ASSIGNED, PICKED_UP, ARRIVED_AT_BORDER, ENDED -> {
                    // Says nothing of a hold.
                }
            }
        }
        return Optional.empty();
    }

    private <F extends Fact> Stream<F> before(Class<F> kind, Move move) {
        Instant latest = move.at().plus(CLOCKS_DIFFER);
        return dossier.of(kind).filter(fact -> !fact.at().isAfter(latest));
    }

    private static boolean clearlyBefore(Fact fact, Move move) {
        return fact.at().isBefore(move.at().minus(CLOCKS_DIFFER));
    }
}
