package rw.ishemalink.compliance.licence.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import rw.ishemalink.compliance.licence.Licence;
import rw.ishemalink.compliance.licence.LicenceKind;
import rw.ishemalink.compliance.licence.LicenceQuestion;
import rw.ishemalink.kit.cipher.ColumnCipher;
import rw.ishemalink.kit.cipher.SealedColumn;
import rw.ishemalink.kit.cipher.SealedTable;

/** What an entry says that waits for its approval, as it is stored. */
@ApplicationScoped
public class ProposalSeal {

    private static final SealedColumn SUBJECT = new SealedColumn("licence_proposal", "subject");
    private static final LicenceColumns LICENCE = LicenceColumns.of("licence_proposal");

    public static final SealedTable TABLE = SealedTable.of("licence_proposal", "proposal_id")
            .with(SUBJECT)
            .with(LICENCE.number())
            .with(LICENCE.holder())
            .with(LICENCE.holderTin())
            .with(LICENCE.vehiclePlate());

    private final ColumnCipher cipher;

    ProposalSeal(ColumnCipher cipher) {
        this.cipher = cipher;
    }

    String seal(UUID proposalId, LicenceQuestion question) {
        return cipher.seal(SUBJECT, proposalId, question.subject());
    }

    Licence seal(UUID proposalId, Licence clear) {
        return LICENCE.seal(cipher, proposalId, clear);
    }

    LicenceQuestion open(UUID proposalId, LicenceKind kind, String stored) {
        return new LicenceQuestion(kind, cipher.open(SUBJECT, proposalId, stored));
    }

    Licence open(UUID proposalId, Licence stored) {
        return LICENCE.open(cipher, proposalId, stored);
    }
}
