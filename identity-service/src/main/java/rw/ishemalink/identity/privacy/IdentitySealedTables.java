package rw.ishemalink.identity.privacy;

import jakarta.inject.Singleton;
import java.util.List;
import rw.ishemalink.identity.fleet.DriverSeal;
import rw.ishemalink.identity.fleet.OperatorSeal;
import rw.ishemalink.identity.kyc.DocumentSeal;
import rw.ishemalink.identity.people.PersonSeal;
import rw.ishemalink.identity.recovery.RecoverySeal;
import rw.ishemalink.kit.cipher.SealedTable;
import rw.ishemalink.kit.cipher.SealedTables;

/** What is sealed here: who people are, by what papers they are known and drive. */
@Singleton
class IdentitySealedTables implements SealedTables {

    @Override
    public List<SealedTable> list() {
        return List.of(PersonSeal.TABLE, DriverSeal.TABLE, DocumentSeal.TABLE, RecoverySeal.TABLE, OperatorSeal.TABLE);
    }
}
