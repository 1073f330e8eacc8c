package rw.ishemalink.notification.privacy;

import jakarta.inject.Singleton;
import java.util.List;
import rw.ishemalink.kit.cipher.SealedTable;
import rw.ishemalink.kit.cipher.SealedTables;
import rw.ishemalink.notification.driver.DriverContacts;
import rw.ishemalink.notification.message.MessageSeal;

/** What is sealed here: where messages went, and what they said. */
@Singleton
class NotificationSealedTables implements SealedTables {

    @Override
    public List<SealedTable> list() {
        return List.of(MessageSeal.TABLE, DriverContacts.TABLE);
    }
}
