package rw.ishemalink.simulators.money;

import org.jspecify.annotations.Nullable;

/**
 * What a settlement file is to say wrong.
 *
 * @param reference of which line; without it one that no other difference touches, and for FOREIGN a new one
 * @param amount of AMOUNT (else a hundred more) and of FOREIGN (else 1,000)
 */
public record Difference(
        What what, @Nullable String reference, @Nullable Long amount) {

    /** A line is missing, is of nobody, has another amount or another status. */
    public enum What {
        MISSING,
        FOREIGN,
        AMOUNT,
        STATUS
    }

    Difference at(String line) {
        return new Difference(what, line, amount);
    }
}
