package rw.ishemalink.identity.tenant.api;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.identity.people.Language;
import rw.ishemalink.identity.people.Phone;
import rw.ishemalink.identity.tenant.Brand;
import rw.ishemalink.kit.problem.ProblemException;

/**
 * How the brand looks; it replaces the former as a whole. What is left out is as the platform has it.
 *
 * @param languages that it offers; the first is the one of newcomers
 * @param senderId whom its SMS come from: 3 to 11 letters and digits that the networks know
 * @param mailFrom whom its e-mails come from
 * @param colour #RRGGBB
 * @param supportPhone where people turn for help, as people write it
 */
public record BrandRequest(
        @NotBlank @Size(max = 120) String name,
        @NotEmpty @Size(max = 3) List<@NotNull Language> languages,
        @Pattern(regexp = "[A-Za-z0-9]{3,11}") @Nullable String senderId,
        @Email @Size(max = 254) @Nullable String mailFrom,
        @Pattern(regexp = "#[0-9A-Fa-f]{6}") @Nullable String colour,
        @Size(max = 20) @Nullable String supportPhone) {

    Brand toBrand() {
        return new Brand(
                name.strip(),
                languages.stream().distinct().toList(),
                Optional.ofNullable(senderId),
                Optional.ofNullable(mailFrom),
                Optional.ofNullable(colour),
                Optional.ofNullable(supportPhone).map(written -> Phone.find(written)
                        .orElseThrow(() -> ProblemException.badRequest("phone-not-valid"))));
    }
}
