package rw.ishemalink.payment.reconciling.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import rw.ishemalink.payment.reconciling.Resolution;

/**
 * What becomes of a case.
 *
 * @param reason why, for whoever reads the books later; names no person
 */
public record ResolutionRequest(
        @NotNull Resolution resolution,

        @NotNull @Size(min = 5, max = 500) @Pattern(regexp = "\\P{Cntrl}*", message = "must be one line of text")
        String reason) {}
