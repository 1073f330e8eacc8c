package rw.ishemalink.identity.people.api;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.identity.people.Language;
import rw.ishemalink.identity.people.Profile;

/** One's own profile; it replaces the former as a whole. */
public record ProfileRequest(
        @NotBlank @Size(max = 120) String name,
        @Email @Size(max = 254) @Nullable String email,
        @NotNull Language language) {

    Profile toProfile() {
        return new Profile(name.strip(), email, language);
    }

    /** Never name or e-mail: this text could reach logs. */
    @Override
    public String toString() {
        return "ProfileRequest[" + language + "]";
    }
}
