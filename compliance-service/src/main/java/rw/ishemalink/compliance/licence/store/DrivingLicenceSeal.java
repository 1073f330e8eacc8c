package rw.ishemalink.compliance.licence.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.licence.LicenceKind;
import rw.ishemalink.compliance.licence.LicenceQuestion;
import rw.ishemalink.kit.cipher.BlindIndex;
import rw.ishemalink.kit.cipher.ColumnCipher;
import rw.ishemalink.kit.cipher.SealedColumn;
import rw.ishemalink.kit.cipher.SealedTable;

/** A driver's licence number as it is stored, and how it is found all the same. */
@ApplicationScoped
public class DrivingLicenceSeal {

    private static final SealedColumn NUMBER = new SealedColumn("driver_record", "licence_number");

    public static final SealedTable TABLE =
            SealedTable.of("driver_record", "driver_id").with(NUMBER, "licence_index");

    private final ColumnCipher cipher;
    private final BlindIndex index;

    DrivingLicenceSeal(ColumnCipher cipher, BlindIndex index) {
        this.cipher = cipher;
        this.index = index;
    }

    /** In capitals without blanks, sealed. */
    public String seal(UUID driverId, String number) {
        return cipher.seal(NUMBER, driverId, normal(number));
    }

    /** Empty once the driver was forgotten. */
    public String open(UUID driverId, @Nullable String stored) {
        return stored == null ? "" : cipher.open(NUMBER, driverId, stored);
    }

    /** What the number is found by, however it was written. */
    public byte[] index(String tenant, String number) {
        return index.of(NUMBER, tenant, normal(number));
    }

    private static String normal(String number) {
        return new LicenceQuestion(LicenceKind.DRIVING_LICENCE, number).subject();
    }
}
