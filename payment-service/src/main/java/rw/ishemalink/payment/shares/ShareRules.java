package rw.ishemalink.payment.shares;

import java.util.Objects;
import java.util.Optional;
import rw.ishemalink.payment.ledger.Postings;
import rw.ishemalink.payment.ledger.Transfer;
import rw.ishemalink.payment.shares.Commission.Split;

/** When a share is earned and when it is taken back. Whatever comes first, delivery or money, both are needed. */
public final class ShareRules {

    private ShareRules() {}

    /**
     * What follows for a share.
     *
     * @param status how it stands after
     * @param split how the net price is shared out
     * @param transfer what is posted
     */
    public record Step(Share.Status status, Split split, Transfer transfer) {

        /** What we keep after it, whole francs; nothing when the share was taken back. */
        Optional<Long> commissionKept() {
            return status == Share.Status.EARNED ? Optional.of(split.commission()) : Optional.empty();
        }
    }

    /**
     * What follows from how share and price stand; nothing, if nothing is new.
     *
     * @param kept whether the price was paid and is not on its way back
     */
    public static Optional<Step> step(Share share, long net, boolean kept, Commission commission) {
        return switch (share.status()) {
            case WAITING -> kept ? Optional.of(earn(share, net, commission)) : Optional.empty();
            case EARNED -> kept ? Optional.empty() : Optional.of(reverse(share));
            case REVERSED -> Optional.empty();
        };
    }

    private static Step earn(Share share, long net, Commission commission) {
        Split split = commission.split(share.delivery().tenant(), net);
        return new Step(Share.Status.EARNED, split, earned(share, split));
    }

    private static Step reverse(Share share) {
        Split split = Objects.requireNonNull(share.split());
        return new Step(
                Share.Status.REVERSED,
                split,
                Postings.shareReversed(earned(share, split), Objects.requireNonNull(share.earnedBy())));
    }

    private static Transfer earned(Share share, Split split) {
        return Postings.shareEarned(
                share.delivery().bookingId(), share.payable(), share.party(), split.commission(), split.share());
    }
}
