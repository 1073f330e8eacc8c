package rw.ishemalink.compliance.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.cipher.ColumnCipher;
import rw.ishemalink.kit.cipher.SealedColumn;
import rw.ishemalink.kit.cipher.SealedTable;

/** An export's consignee as it is stored. */
@ApplicationScoped
public class ConsigneeSeal {

    private static final SealedColumn NAME = new SealedColumn("export_file", "consignee_name");
    private static final SealedColumn ADDRESS = new SealedColumn("export_file", "consignee_address");

    public static final SealedTable TABLE =
            SealedTable.of("export_file", "booking_id").with(NAME).with(ADDRESS);

    private final ColumnCipher cipher;

    ConsigneeSeal(ColumnCipher cipher) {
        this.cipher = cipher;
    }

    ExportFile seal(ExportFile clear) {
        UUID id = clear.bookingId();
        return with(
                clear,
                cipher.seal(NAME, id, clear.consigneeName()),
                cipher.seal(ADDRESS, id, clear.consigneeAddress()));
    }

    /** Without a name and an address once the sender was forgotten. */
    ExportFile open(ExportFile stored) {
        UUID id = stored.bookingId();
        return with(stored, open(NAME, id, stored.consigneeName()), open(ADDRESS, id, stored.consigneeAddress()));
    }

    private String open(SealedColumn column, UUID id, @Nullable String stored) {
        return stored == null ? "" : cipher.open(column, id, stored);
    }

    private static ExportFile with(ExportFile export, String name, String address) {
        return new ExportFile(
                export.bookingId(),
                export.tenant(),
                export.originDistrict(),
                export.originCountry(),
                export.originLabel(),
                export.destinationCountry(),
                export.destinationLabel(),
                export.borderPost(),
                name,
                address,
                export.commodity(),
                export.hsCode(),
                export.weightKg(),
                export.packages(),
                export.declaredValue(),
                export.declaredCurrency(),
                export.parcels(),
                export.seals(),
                export.rctgReference());
    }
}
