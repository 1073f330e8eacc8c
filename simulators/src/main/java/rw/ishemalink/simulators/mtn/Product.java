package rw.ishemalink.simulators.mtn;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** MTN products; a token of one does not open the other. */
@Schema(enumeration = {"collection", "disbursement"})
public enum Product {
    COLLECTION,
    DISBURSEMENT;

    /** Read by JAX-RS; an unknown name becomes a 404. */
    public static Product fromString(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
