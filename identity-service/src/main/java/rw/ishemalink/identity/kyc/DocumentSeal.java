package rw.ishemalink.identity.kyc;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import rw.ishemalink.kit.cipher.BlindIndex;
import rw.ishemalink.kit.cipher.ColumnCipher;
import rw.ishemalink.kit.cipher.SealedColumn;
import rw.ishemalink.kit.cipher.SealedTable;

/** The number of a document as it is stored. */
@Singleton
public class DocumentSeal {

    private static final SealedColumn NUMBER = new SealedColumn("identity_document", "number");

    public static final SealedTable TABLE =
            SealedTable.of("identity_document", "person_id").with(NUMBER, "number_index");

    private final ColumnCipher cipher;
    private final BlindIndex index;

    DocumentSeal(ColumnCipher cipher, BlindIndex index) {
        this.cipher = cipher;
        this.index = index;
    }

    String seal(UUID personId, DocumentNumber number) {
        return cipher.seal(NUMBER, personId, number.value());
    }

    byte[] index(String tenant, DocumentNumber number) {
        return index.of(NUMBER, tenant, number.value());
    }

    DocumentNumber open(UUID personId, ResultSet row) throws SQLException {
        return new DocumentNumber(cipher.open(NUMBER, personId, row.getString("number")));
    }
}
