package rw.ishemalink.compliance.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import rw.ishemalink.compliance.casefile.ConsigneeSeal;
import rw.ishemalink.compliance.licence.store.DrivingLicenceSeal;
import rw.ishemalink.compliance.licence.store.ProposalSeal;
import rw.ishemalink.compliance.licence.store.SubjectSeal;
import rw.ishemalink.compliance.licence.store.WordSeal;
import rw.ishemalink.compliance.receipt.DeviceKeySeal;
import rw.ishemalink.kit.cipher.SealedTable;
import rw.ishemalink.kit.cipher.SealedTables;

/** What is sealed here: whom the register of licences identifies, drivers' licence numbers, consignees, devices' keys. */
@ApplicationScoped
class ComplianceSealedTables implements SealedTables {

    @Override
    public List<SealedTable> list() {
        return List.of(
                ConsigneeSeal.TABLE,
                DrivingLicenceSeal.TABLE,
                SubjectSeal.TABLE,
                WordSeal.TABLE,
                ProposalSeal.TABLE,
                DeviceKeySeal.TABLE);
    }
}
