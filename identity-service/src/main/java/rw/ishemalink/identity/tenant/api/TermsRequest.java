package rw.ishemalink.identity.tenant.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.identity.tenant.Terms;

/**
 * What the tenant runs under; it replaces the former as a whole. What is left out is as the platform has it.
 *
 * @param commissionPercent what it keeps of a fare
 * @param tariffSet which set of tariffs it charges by
 */
public record TermsRequest(
        @Min(0) @Max(100) @Nullable Integer commissionPercent,
        @Pattern(regexp = "[a-z][a-z0-9-]{0,39}") @Nullable String tariffSet) {

    Terms toTerms() {
        return new Terms(Optional.ofNullable(commissionPercent), Optional.ofNullable(tariffSet));
    }
}
