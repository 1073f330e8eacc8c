package rw.ishemalink.compliance.licence.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import rw.ishemalink.compliance.licence.Licence;
import rw.ishemalink.compliance.licence.LicenceAnswer.NotOnRecord;
import rw.ishemalink.compliance.licence.LicenceAnswer.OnRecord;
import rw.ishemalink.compliance.licence.Word;
import rw.ishemalink.compliance.licence.Word.Source;
import rw.ishemalink.kit.cipher.BlindIndex;
import rw.ishemalink.kit.cipher.ColumnCipher;
import rw.ishemalink.kit.cipher.SealedTable;

/**
 * What a source says of a licence, as it is stored. Each word has an id of its own, made before anybody knows whose row it
 * will replace; its index tells whether it says the number that stood there before.
 */
@ApplicationScoped
public class WordSeal {

    private static final LicenceColumns LICENCE = LicenceColumns.of("licence_word");

    public static final SealedTable TABLE = SealedTable.of("licence_word", "word_id")
            .with(LICENCE.number(), "number_index")
            .with(LICENCE.holder())
            .with(LICENCE.holderTin())
            .with(LICENCE.vehiclePlate());

    private final ColumnCipher cipher;
    private final BlindIndex index;

    WordSeal(ColumnCipher cipher, BlindIndex index) {
        this.cipher = cipher;
        this.index = index;
    }

    Licence seal(UUID wordId, Licence clear) {
        return LICENCE.seal(cipher, wordId, clear);
    }

    byte[] index(String tenant, String number) {
        return index.of(LICENCE.number(), tenant, number);
    }

    /** The word of a row of {@code licence_word}. */
    Word open(ResultSet row) throws SQLException {
        return new Word(
                Source.valueOf(row.getString("source")),
                row.getBoolean("on_record") ? new OnRecord(openLicence(row)) : new NotOnRecord(),
                LicenceRows.time(row, "said_at"));
    }

    /** The licence of such a row that has one, be it only that it had one. */
    Licence openLicence(ResultSet row) throws SQLException {
        return LICENCE.open(cipher, row.getObject("word_id", UUID.class), LicenceRows.licence(row));
    }
}
