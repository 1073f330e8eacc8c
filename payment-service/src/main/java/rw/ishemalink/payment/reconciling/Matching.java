package rw.ishemalink.payment.reconciling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rw.ishemalink.payment.collecting.StatementLine.Status;
import rw.ishemalink.payment.reconciling.Step.Ask;
import rw.ishemalink.payment.reconciling.Step.Charge;
import rw.ishemalink.payment.reconciling.Step.Explain;
import rw.ishemalink.payment.reconciling.Step.Open;

/**
 * Compares what both sides say of one movement. What counts is money: how much the provider holds for us by its word, and
 * by our books. Where that is the same, fees included, they agree, on whatever day either counted it.
 */
public final class Matching {

    private Matching() {}

    /**
     * What follows.
     *
     * @param asked whether the providers had the time to answer about what is undecided here
     */
    public static List<Step> steps(Pair pair, boolean asked) {
        List<Step> steps = new ArrayList<>();
        long chargedRwf = charge(pair, steps);
        difference(pair, chargedRwf).ifPresentOrElse(found -> differs(pair, found, asked, steps), () -> pair.openCase()
                .ifPresent(one -> steps.add(new Explain(one))));
        return steps;
    }

    /** A movement that is ours is charged for once; a charge that changes later is a difference. */
    private static long charge(Pair pair, List<Step> steps) {
        long feeRwf = pair.theirFeeRwf();
        boolean first = pair.ours().stream().allMatch(our -> our.feeRwf() == 0)
                && pair.cases().stream()
                        .noneMatch(one -> one.counts() && one.difference().ofFeesRwf() != 0);
        if (!first || feeRwf == 0) {
            return 0;
        }
        Optional<OurSide> movement = pair.leading();
        movement.ifPresent(our -> steps.add(new Charge(our, feeRwf)));
        return movement.isPresent() ? feeRwf : 0;
    }

    private static Optional<Difference> difference(Pair pair, long chargedRwf) {
        long ofMoneyRwf = pair.theirMoneyRwf() - pair.ourMoneyRwf();
        long ofFeesRwf = pair.ourFeeRwf() + chargedRwf - pair.theirFeeRwf();
        boolean early = pair.theirs().isEmpty() && !pair.everyDayRead();
        return ofMoneyRwf + ofFeesRwf == 0 || early
                ? Optional.empty()
                : Optional.of(new Difference(kind(pair), ofMoneyRwf + ofFeesRwf, ofFeesRwf));
    }

    private static Difference.Kind kind(Pair pair) {
        if (pair.theirs().isEmpty()) {
            return Difference.Kind.MISSING_THERE;
        }
        if (pair.ourMoneyRwf() == 0) {
            return Difference.Kind.MISSING_HERE;
        }
        boolean moved = pair.theirs().stream().anyMatch(line -> line.status() == Status.SUCCEEDED);
        return moved ? Difference.Kind.AMOUNT_DIFFERS : Difference.Kind.STATUS_DIFFERS;
    }

    private static void differs(Pair pair, Difference found, boolean asked, List<Step> steps) {
        Optional<Case> open = pair.openCase();
        if (open.filter(one -> one.difference().equals(found)).isPresent()) {
            return;
        }
        Optional<OurSide> undecided =
                pair.ours().stream().filter(OurSide::askable).findFirst();
        if (undecided.isPresent() && !asked) {
            steps.add(new Ask(undecided.get()));
            return;
        }
        open.ifPresent(one -> steps.add(new Explain(one)));
        steps.add(new Open(pair, found));
    }
}
