package rw.ishemalink.identity.tenant.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A new brand.
 *
 * @param tenant its id for ever: 2 to 40 lower-case letters, digits and hyphens
 */
public record TenantRequest(
        @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{1,39}") String tenant,
        @NotBlank @Size(max = 120) String name) {}
