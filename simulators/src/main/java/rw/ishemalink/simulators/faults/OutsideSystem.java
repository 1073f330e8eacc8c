package rw.ishemalink.simulators.faults;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The systems of the outside world; in paths and JSON by their small name. */
@Schema(enumeration = {"mtn", "airtel", "vsdc", "osdc", "etims", "rura", "sms", "mail"})
public enum OutsideSystem {
    MTN,
    AIRTEL,
    VSDC,
    OSDC,
    ETIMS,
    RURA,
    SMS,
    MAIL;

    /** Read by JAX-RS; an unknown name becomes a 404. */
    public static OutsideSystem fromString(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    @JsonValue
    public String smallName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
