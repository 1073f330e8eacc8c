package rw.ishemalink.identity.login.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.identity.people.Language;

/**
 * Asks for a one-time code.
 *
 * @param phone a Rwandan mobile phone, as people write it
 * @param language of the message; without it the person's, and English for a new one
 * @param tenant the brand to log in to; without it ishemalink
 */
public record CodeRequest(
        @NotBlank @Size(max = 20) String phone,
        @Nullable Language language,
        @Size(max = 40) @Nullable String tenant) {

    /** Never the phone: this text could reach logs. */
    @Override
    public String toString() {
        return "CodeRequest[" + tenant + "]";
    }
}
