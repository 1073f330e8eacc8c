package rw.ishemalink.identity.people;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.cipher.BlindIndex;
import rw.ishemalink.kit.cipher.ColumnCipher;
import rw.ishemalink.kit.cipher.SealedColumn;
import rw.ishemalink.kit.cipher.SealedTable;

/** A person's phone, name and e-mail as they are stored. */
@Singleton
public class PersonSeal {

    private static final SealedColumn PHONE = new SealedColumn("person", "phone");
    private static final SealedColumn NAME = new SealedColumn("person", "name");
    private static final SealedColumn EMAIL = new SealedColumn("person", "email");

    public static final SealedTable TABLE = SealedTable.of("person", "person_id")
            .with(PHONE, "phone_index")
            .with(NAME)
            .with(EMAIL);

    private final ColumnCipher cipher;
    private final BlindIndex index;

    PersonSeal(ColumnCipher cipher, BlindIndex index) {
        this.cipher = cipher;
        this.index = index;
    }

    String phone(UUID personId, Phone phone) {
        return cipher.seal(PHONE, personId, phone.value());
    }

    /** By which a phone is found. */
    public byte[] index(String tenant, Phone phone) {
        return index.of(PHONE, tenant, phone.value());
    }

    @Nullable
    String name(UUID personId, @Nullable String name) {
        return cipher.sealNullable(NAME, personId, name);
    }

    @Nullable
    String email(UUID personId, @Nullable String email) {
        return cipher.sealNullable(EMAIL, personId, email);
    }

    /** The phone in a row that joins a person as {@code phone} under that id. */
    public Phone openPhone(UUID personId, ResultSet row) throws SQLException {
        return new Phone(cipher.open(PHONE, personId, row.getString("phone")));
    }

    /** The same, where the person may have been forgotten. */
    public Optional<Phone> findPhone(UUID personId, ResultSet row) throws SQLException {
        return cipher.findOpen(PHONE, personId, row.getString("phone")).map(Phone::new);
    }

    Optional<String> openName(UUID personId, ResultSet row) throws SQLException {
        return cipher.findOpen(NAME, personId, row.getString("name"));
    }

    Optional<String> openEmail(UUID personId, ResultSet row) throws SQLException {
        return cipher.findOpen(EMAIL, personId, row.getString("email"));
    }
}
