package rw.ishemalink.identity.fleet;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.identity.people.Phone;
import rw.ishemalink.kit.cipher.ColumnCipher;
import rw.ishemalink.kit.cipher.SealedColumn;
import rw.ishemalink.kit.cipher.SealedTable;

/** Whom to call at an operator, as it is stored: a small one is a person's own phone. */
@Singleton
public class OperatorSeal {

    private static final SealedColumn PHONE = new SealedColumn("operator", "phone");
    private static final SealedColumn EMAIL = new SealedColumn("operator", "email");

    public static final SealedTable TABLE =
            SealedTable.of("operator", "operator_id").with(PHONE).with(EMAIL);

    private final ColumnCipher cipher;

    OperatorSeal(ColumnCipher cipher) {
        this.cipher = cipher;
    }

    @Nullable
    String phone(UUID operatorId, OperatorContact contact) {
        return cipher.sealNullable(
                PHONE, operatorId, contact.phone().map(Phone::value).orElse(null));
    }

    @Nullable
    String email(UUID operatorId, OperatorContact contact) {
        return cipher.sealNullable(EMAIL, operatorId, contact.email().orElse(null));
    }

    OperatorContact open(UUID operatorId, ResultSet row) throws SQLException {
        Optional<Phone> phone =
                cipher.findOpen(PHONE, operatorId, row.getString("phone")).map(Phone::new);
        return new OperatorContact(phone, cipher.findOpen(EMAIL, operatorId, row.getString("email")));
    }
}
