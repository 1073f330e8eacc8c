package rw.ishemalink.notification.privacy;

import jakarta.inject.Singleton;
import java.util.List;
import rw.ishemalink.kit.cipher.SealedTable;
import rw.ishemalink.kit.cipher.SealedTables;
import rw.ishemalink.notification.driver.DriverContacts;
import rw.ishemalink.notification.message.MessageSeal;
import rw.ishemalink.notification.ussd.store.UssdSeal;

/** What is sealed here: where messages went, what they said, and who is in the menu. */
@Singleton
class NotificationSealedTables implements SealedTables {

    @Override
    public List<SealedTable> list() {
        return List.of(MessageSeal.TABLE, DriverContacts.TABLE, UssdSeal.SESSIONS, UssdSeal.TURNS);
    }
}
