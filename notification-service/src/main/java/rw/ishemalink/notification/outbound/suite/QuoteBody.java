package rw.ishemalink.notification.outbound.suite;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.notification.ussd.Draft;

/** The request for a price, as booking-service reads it. */
final class QuoteBody {

    private QuoteBody() {}

    static Map<String, ?> of(Draft draft) {
        return Map.of(
                "kind",
                "CARGO_DOMESTIC",
                "origin",
                Map.of("district", told(draft.origin())),
                "destination",
                Map.of("district", told(draft.destination())),
                "commodity",
                told(draft.commodity()),
                "weightKg",
                draft.weightKg());
    }

    private static String told(@Nullable String part) {
        return Objects.requireNonNull(part, "the menu asks for a price only when all is told");
    }
}
