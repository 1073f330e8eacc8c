package rw.ishemalink.notification.sending;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.notification.brand.Brand;
import rw.ishemalink.notification.brand.Brands;
import rw.ishemalink.notification.consent.Way;
import rw.ishemalink.notification.driver.DriverContacts;
import rw.ishemalink.notification.message.MessageSeal;
import rw.ishemalink.notification.message.Template;
import rw.ishemalink.schemas.Language;

/** Messages as they are stored, sealed, and as they are sent. */
@ApplicationScoped
class MessageRows {

    private static final String ANY_WITHOUT_ADDRESS =
            "select exists (select from message where status = 'PENDING' and address is null)";

    private static final String NOW_KNOWN = """
            select m.message_id, d.driver_id, d.phone, d.language
              from message m join driver_contact d on d.driver_id = m.person_id and d.tenant = m.tenant
             where m.status = 'PENDING' and m.address is null
               for update of m skip locked""";

    private static final String LEARN = """
            update message set address = :address, language = :language
             where message_id = :messageId""";

    private record Known(UUID messageId, String address, String language) {}

    private final MessageSeal seal;
    private final DriverContacts contacts;

    MessageRows(MessageSeal seal, DriverContacts contacts) {
        this.seal = seal;
        this.contacts = contacts;
    }

    /** Gives messages to drivers the addresses that became known; sealed anew, for a value opens in its own row only. */
    void learnAddresses(Handle sql) {
        boolean anyMissing =
                sql.createQuery(ANY_WITHOUT_ADDRESS).mapTo(Boolean.class).one();
        if (anyMissing) {
            sql.createQuery(NOW_KNOWN).map((row, context) -> known(row)).list().forEach(known -> learn(sql, known));
        }
    }

    ClaimedMessage claimed(ResultSet row) throws SQLException {
        UUID messageId = row.getObject("message_id", UUID.class);
        return new ClaimedMessage(
                messageId,
                row.getString("tenant"),
                row.getObject("event_id", UUID.class),
                Template.valueOf(row.getString("template")),
                row.getObject("person_id", UUID.class),
                row.getObject("booking_id", UUID.class),
                seal.openAddress(messageId, row.getString("address")),
                Optional.ofNullable(row.getString("language"))
                        .map(Language::valueOf)
                        .orElse(null),
                seal.openParameters(messageId, row.getString("parameters")),
                row.getString("correlation_id"),
                row.getInt("attempts"),
                row.getBoolean("expired"),
                Optional.ofNullable(row.getString("way")).map(Way::valueOf).orElse(Way.USUAL),
                Brands.find(row).orElse(Brand.PLATFORM));
    }

    private Known known(ResultSet row) throws SQLException {
        UUID messageId = row.getObject("message_id", UUID.class);
        String phone = contacts.open(row.getObject("driver_id", UUID.class), row.getString("phone"));
        return new Known(messageId, seal.address(messageId, phone), row.getString("language"));
    }

    private static void learn(Handle sql, Known known) {
        sql.createUpdate(LEARN)
                .bind("address", known.address())
                .bind("language", known.language())
                .bind("messageId", known.messageId())
                .execute();
    }
}
