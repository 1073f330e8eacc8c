package rw.ishemalink.payment.settlement;

/** The lines of a run added up, in whole francs. */
public record Totals(
        long parties,
        long opening,
        long earned,
        long reversed,
        long paid,
        long corrected,
        long closing,
        long payouts,
        long payoutsRwf) {}
