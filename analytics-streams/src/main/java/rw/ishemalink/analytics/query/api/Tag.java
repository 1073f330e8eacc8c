package rw.ishemalink.analytics.query.api;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The entity tag of the answer at hand, if it has one. */
@RequestScoped
class Tag {

    private @Nullable String value;

    void set(String tag) {
        value = tag;
    }

    Optional<String> find() {
        return Optional.ofNullable(value);
    }
}
