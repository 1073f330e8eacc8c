package rw.ishemalink.identity.fleet.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A new operator.
 *
 * @param name registered name
 * @param tin taxpayer identification number, 9 digits
 */
public record OperatorRequest(
        @NotBlank @Size(max = 160) String name,
        @NotNull @Pattern(regexp = "[0-9]{9}") String tin) {}
