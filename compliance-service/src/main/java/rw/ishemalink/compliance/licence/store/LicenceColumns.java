package rw.ishemalink.compliance.licence.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.licence.Licence;
import rw.ishemalink.kit.cipher.ColumnCipher;
import rw.ishemalink.kit.cipher.SealedColumn;

/** The columns of one table that say whom a licence identifies; of the rest of it nothing is sealed. */
record LicenceColumns(SealedColumn number, SealedColumn holder, SealedColumn holderTin, SealedColumn vehiclePlate) {

    static LicenceColumns of(String table) {
        return new LicenceColumns(
                new SealedColumn(table, "number"),
                new SealedColumn(table, "holder"),
                new SealedColumn(table, "holder_tin"),
                new SealedColumn(table, "vehicle_plate"));
    }

    /** The licence as it is stored in that row. */
    Licence seal(ColumnCipher cipher, UUID rowId, Licence clear) {
        return with(
                clear,
                cipher.seal(number, rowId, clear.number()),
                cipher.sealNullable(holder, rowId, clear.holder()),
                cipher.sealNullable(holderTin, rowId, clear.holderTin()),
                cipher.sealNullable(vehiclePlate, rowId, clear.vehiclePlate()));
    }

    /** The licence that is stored in that row. */
    Licence open(ColumnCipher cipher, UUID rowId, Licence stored) {
        return with(
                stored,
                cipher.open(number, rowId, stored.number()),
                cipher.openNullable(holder, rowId, stored.holder()),
                cipher.openNullable(holderTin, rowId, stored.holderTin()),
                cipher.openNullable(vehiclePlate, rowId, stored.vehiclePlate()));
    }

    private static Licence with(
            Licence licence,
            String number,
            @Nullable String holder,
            @Nullable String holderTin,
            @Nullable String vehiclePlate) {
        return new Licence(
                number,
                licence.status(),
                licence.validUntil(),
                vehiclePlate,
                licence.issuedOn(),
                holder,
                holderTin,
                licence.zone(),
                licence.categories());
    }
}
