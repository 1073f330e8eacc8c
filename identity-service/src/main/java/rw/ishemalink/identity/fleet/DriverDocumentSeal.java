package rw.ishemalink.identity.fleet;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import rw.ishemalink.kit.cipher.ColumnCipher;
import rw.ishemalink.kit.cipher.SealedColumn;
import rw.ishemalink.kit.cipher.SealedTable;

/** The numbers of papers, and where their files lie, as they are stored. */
@Singleton
public class DriverDocumentSeal {

    private static final SealedColumn NUMBER = new SealedColumn("driver_document", "number");
    private static final SealedColumn REFERENCE = new SealedColumn("driver_document", "reference");

    public static final SealedTable TABLE =
            SealedTable.of("driver_document", "document_id").with(NUMBER).with(REFERENCE);

    private final ColumnCipher cipher;

    DriverDocumentSeal(ColumnCipher cipher) {
        this.cipher = cipher;
    }

    String number(UUID documentId, DriverDocument document) {
        return cipher.seal(NUMBER, documentId, document.number());
    }

    String reference(UUID documentId, DriverDocument document) {
        return cipher.seal(REFERENCE, documentId, document.reference());
    }

    String openNumber(UUID documentId, ResultSet row) throws SQLException {
        return cipher.open(NUMBER, documentId, row.getString("number"));
    }

    String openReference(UUID documentId, ResultSet row) throws SQLException {
        return cipher.open(REFERENCE, documentId, row.getString("reference"));
    }
}
