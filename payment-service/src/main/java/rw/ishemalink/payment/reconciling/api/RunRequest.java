package rw.ishemalink.payment.reconciling.api;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rw.ishemalink.payment.collecting.Provider;

/**
 * Which day to compare.
 *
 * @param day in Rwanda; over, and of this century
 */
public record RunRequest(
        @NotNull Provider provider,

        @NotNull @Schema(examples = "2026-11-20") LocalDate day) {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 1, 1);

    @AssertTrue(message = "must be between 2000-01-01 and 2100-01-01")
    @Schema(hidden = true)
    boolean isDayOfOurTime() {
        return day == null || (!day.isBefore(FIRST) && !day.isAfter(LAST));
    }
}
