package rw.ishemalink.compliance.licence.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import rw.ishemalink.compliance.licence.LicenceKind;
import rw.ishemalink.compliance.licence.LicenceQuestion;
import rw.ishemalink.kit.cipher.BlindIndex;
import rw.ishemalink.kit.cipher.ColumnCipher;
import rw.ishemalink.kit.cipher.SealedColumn;
import rw.ishemalink.kit.cipher.SealedTable;

/** What a licence on our register is about, as it is stored, and how it is found all the same; of all kinds alike. */
@ApplicationScoped
public class SubjectSeal {

    private static final SealedColumn SUBJECT = new SealedColumn("licence", "subject");

    public static final SealedTable TABLE =
            SealedTable.of("licence", "licence_id").with(SUBJECT, "subject_index");

    private final ColumnCipher cipher;
    private final BlindIndex index;

    SubjectSeal(ColumnCipher cipher, BlindIndex index) {
        this.cipher = cipher;
        this.index = index;
    }

    String seal(UUID licenceId, LicenceQuestion question) {
        return cipher.seal(SUBJECT, licenceId, question.subject());
    }

    LicenceQuestion open(UUID licenceId, LicenceKind kind, String stored) {
        return new LicenceQuestion(kind, cipher.open(SUBJECT, licenceId, stored));
    }

    /** What the subject is found by within its kind, however it was written. */
    byte[] index(String tenant, String subject) {
        return index(tenant, new LicenceQuestion(LicenceKind.DRIVING_LICENCE, subject));
    }

    /** The same. */
    byte[] index(String tenant, LicenceQuestion question) {
        return index.of(SUBJECT, tenant, question.subject());
    }
}
