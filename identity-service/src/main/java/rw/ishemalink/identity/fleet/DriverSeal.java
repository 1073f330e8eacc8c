package rw.ishemalink.identity.fleet;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import rw.ishemalink.identity.people.PersonSeal;
import rw.ishemalink.identity.people.Phone;
import rw.ishemalink.kit.cipher.BlindIndex;
import rw.ishemalink.kit.cipher.ColumnCipher;
import rw.ishemalink.kit.cipher.SealedColumn;
import rw.ishemalink.kit.cipher.SealedTable;

/** A driver's name and licence number as they are stored. */
@Singleton
public class DriverSeal {

    private static final SealedColumn NAME = new SealedColumn("driver", "name");
    private static final SealedColumn LICENCE = new SealedColumn("driver", "licence_number");

    public static final SealedTable TABLE =
            SealedTable.of("driver", "driver_id").with(NAME).with(LICENCE, "licence_index");

    private final ColumnCipher cipher;
    private final BlindIndex index;
    private final PersonSeal person;

    DriverSeal(ColumnCipher cipher, BlindIndex index, PersonSeal person) {
        this.cipher = cipher;
        this.index = index;
        this.person = person;
    }

    String name(UUID driverId, String name) {
        return cipher.seal(NAME, driverId, name);
    }

    String licence(UUID driverId, String number) {
        return cipher.seal(LICENCE, driverId, number);
    }

    byte[] licenceIndex(String tenant, String number) {
        return index.of(LICENCE, tenant, number);
    }

    String openName(UUID driverId, ResultSet row) throws SQLException {
        return cipher.open(NAME, driverId, row.getString("name"));
    }

    String openLicence(UUID driverId, ResultSet row) throws SQLException {
        return cipher.open(LICENCE, driverId, row.getString("licence_number"));
    }

    Phone openPhone(UUID driverId, ResultSet row) throws SQLException {
        return person.openPhone(driverId, row);
    }
}
