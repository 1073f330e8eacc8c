package rw.ishemalink.identity.tenant;

import java.util.Optional;

/**
 * What a tenant runs under. What is empty is as the platform has it.
 *
 * @param commissionPercent what it keeps of a fare, 0 to 100
 * @param tariffSet which set of tariffs it charges by
 */
public record Terms(Optional<Integer> commissionPercent, Optional<String> tariffSet) {

    /** As the platform has it. */
    static final Terms USUAL = new Terms(Optional.empty(), Optional.empty());
}
