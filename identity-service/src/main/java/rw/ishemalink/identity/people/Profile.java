package rw.ishemalink.identity.people;

import org.jspecify.annotations.Nullable;

/** What people say of themselves. */
public record Profile(String name, @Nullable String email, Language language) {

    /** Never name or e-mail: this text could reach logs. */
    @Override
    public String toString() {
        return "Profile[" + language + "]";
    }
}
