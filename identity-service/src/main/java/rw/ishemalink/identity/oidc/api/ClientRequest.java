package rw.ishemalink.identity.oidc.api;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.identity.oidc.Addresses;
import rw.ishemalink.identity.oidc.GrantType;
import rw.ishemalink.identity.oidc.OAuthClient;
import rw.ishemalink.identity.oidc.Scopes;
import rw.ishemalink.identity.people.Tenants;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.TimeOrderedId;

/**
 * A client to be registered.
 *
 * @param clientId its id for ever: 2 to 40 lower-case letters, digits and hyphens
 * @param name as people read it when they are asked for consent
 * @param tenant whose people it logs in or whose data it acts on; without it ishemalink
 * @param confidential whether it can keep a secret; without it yes
 * @param grants how it gets tokens
 * @param redirectUris where browsers are sent after a login: exactly these
 * @param afterLogoutUris where browsers are sent after a logout
 * @param scopes what it may ask for; people can agree to openid, profile, phone, email and api
 * @param role SERVICE or GOVERNMENT, for CLIENT_CREDENTIALS
 * @param agency whom a client of the state serves: RRA, RURA, BNR …
 * @param trusted one of ours, so that people are not asked for their consent
 */
public record ClientRequest(
        @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{1,39}") String clientId,
        @NotBlank @Size(max = 80) String name,
        @Nullable @Size(max = 40) String tenant,
        @Nullable Boolean confidential,
        @NotEmpty Set<@NotNull GrantType> grants,
        @Nullable @Size(max = 10) List<@NotNull @Size(max = 500) String> redirectUris,
        @Nullable @Size(max = 10) List<@NotNull @Size(max = 500) String> afterLogoutUris,
        @Nullable @Size(max = 20) Set<@NotNull @Pattern(regexp = Scopes.FORM) String> scopes,
        @Nullable Role role,
        @Nullable @Pattern(regexp = "[A-Z]{2,20}") String agency,
        @Nullable Boolean trusted) {

    @AssertTrue(message = "https, http on localhost, or an app's own scheme such as rw.example.app:/back; no fragment")
    @Schema(hidden = true)
    boolean isEveryAddressFit() {
        return Stream.of(redirectUris, afterLogoutUris)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .allMatch(Addresses::mayBeRegistered);
    }

    @AssertTrue(message = "AUTHORIZATION_CODE needs redirectUris and the scopes that people can agree to")
    @Schema(hidden = true)
    boolean isLoginComplete() {
        return !isFor(GrantType.AUTHORIZATION_CODE)
                || (!orEmpty(redirectUris).isEmpty() && orEmpty(scopes).stream().anyMatch(Scopes.OF_PEOPLE::contains));
    }

    @AssertTrue(message = "CLIENT_CREDENTIALS needs the role SERVICE or GOVERNMENT, and GOVERNMENT an agency")
    @Schema(hidden = true)
    boolean isRoleFit() {
        if (role == null) {
            return !isFor(GrantType.CLIENT_CREDENTIALS) && agency == null;
        }
        return role == Role.SERVICE || (role == Role.GOVERNMENT && agency != null);
    }

    @AssertTrue(message = "CLIENT_CREDENTIALS and TOKEN_EXCHANGE are for confidential clients")
    @Schema(hidden = true)
    boolean isProofFit() {
        return isConfidential() || !(isFor(GrantType.CLIENT_CREDENTIALS) || isFor(GrantType.TOKEN_EXCHANGE));
    }

    OAuthClient toClient() {
        return new OAuthClient(
                clientId,
                TimeOrderedId.next(),
                Objects.requireNonNullElse(tenant, Tenants.DEFAULT),
                name.strip(),
                isConfidential(),
                grants,
                orEmpty(redirectUris),
                orEmpty(afterLogoutUris),
                scopes == null ? Set.of() : scopes,
                Optional.ofNullable(role),
                Optional.ofNullable(agency),
                Boolean.TRUE.equals(trusted),
                Instant.now(),
                Optional.empty());
    }

    private boolean isConfidential() {
        return !Boolean.FALSE.equals(confidential);
    }

    // Asked while what is wrong with the fields themselves is still being gathered: grants may be missing.
    private boolean isFor(GrantType grant) {
        return Objects.requireNonNullElse(grants, Set.<GrantType>of()).contains(grant);
    }

    private static List<String> orEmpty(@Nullable Collection<String> some) {
        return some == null ? List.of() : List.copyOf(some);
    }
}
