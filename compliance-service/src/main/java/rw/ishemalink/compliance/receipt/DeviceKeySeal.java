package rw.ishemalink.compliance.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.cipher.ColumnCipher;
import rw.ishemalink.kit.cipher.SealedColumn;
import rw.ishemalink.kit.cipher.SealedTable;

/** The key of a device's line as it is stored: who has it sells in the seller's name. */
@ApplicationScoped
public class DeviceKeySeal {

    private static final SealedColumn KEY = new SealedColumn("fiscal_device", "cmc_key");

    public static final SealedTable TABLE =
            SealedTable.of("fiscal_device", "device_id").with(KEY);

    private final ColumnCipher cipher;

    DeviceKeySeal(ColumnCipher cipher) {
        this.cipher = cipher;
    }

    /** The key as that device's row stores it; null where there is none. */
    @Nullable
    String seal(DeviceRow device, @Nullable String cmcKey) {
        return cipher.sealNullable(KEY, device.deviceId(), cmcKey);
    }

    /** The device with its key in clear. */
    DeviceRow open(DeviceRow stored) {
        return stored.withKey(cipher.openNullable(KEY, stored.deviceId(), stored.cmcKey()));
    }
}
