package rw.ishemalink.notification.push;

import java.util.UUID;
import rw.ishemalink.schemas.Language;

/** Who reads notes. */
public record Reader(String tenant, UUID personId, Language language) {

    /** Who that is, in whatever language. */
    Key key() {
        return new Key(tenant, personId);
    }

    record Key(String tenant, UUID personId) {}
}
