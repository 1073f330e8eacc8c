package rw.ishemalink.notification.message;

import java.util.UUID;
import rw.ishemalink.schemas.Language;

/** Who a message is for. */
public sealed interface Recipient {

    UUID personId();

    /** A person whose phone (+2507XXXXXXXX) or e-mail address is at hand. */
    record Reachable(UUID personId, String address, Language language) implements Recipient {

        /** Never the address: this text reaches logs. */
        @Override
        public String toString() {
            return "Reachable[" + personId + "]";
        }
    }

    /** A driver: phone and language are what the fleet says, as soon as it has said it. */
    record Driver(UUID personId) implements Recipient {}
}
