package rw.ishemalink.identity.recovery;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.identity.people.Phone;
import rw.ishemalink.kit.cipher.ColumnCipher;
import rw.ishemalink.kit.cipher.SealedColumn;
import rw.ishemalink.kit.cipher.SealedTable;

/** The new phone of a recovery as it is stored. */
@Singleton
public class RecoverySeal {

    private static final SealedColumn PHONE = new SealedColumn("recovery", "phone");

    public static final SealedTable TABLE =
            SealedTable.of("recovery", "recovery_id").with(PHONE);

    private final ColumnCipher cipher;

    RecoverySeal(ColumnCipher cipher) {
        this.cipher = cipher;
    }

    String seal(UUID recoveryId, Phone phone) {
        return cipher.seal(PHONE, recoveryId, phone.value());
    }

    Optional<Phone> findPhone(UUID recoveryId, ResultSet row) throws SQLException {
        return cipher.findOpen(PHONE, recoveryId, row.getString("phone")).map(Phone::new);
    }
}
