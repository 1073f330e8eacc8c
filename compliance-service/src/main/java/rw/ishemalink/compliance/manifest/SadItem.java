package rw.ishemalink.compliance.manifest;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.casefile.ExportFile;
import rw.ishemalink.compliance.casefile.ExportParcel;

/**
 * A parcel as an item of a declaration.
 *
 * @param commodityCode 8 digits of the EAC tariff; those that the booking does not know are zeros
 * @param precision the 3 digits after them; zeros where they are not known
 * @param value its part of what was declared, by weight; null where nothing was declared
 */
record SadItem(
        String commodity,
        String commodityCode,
        String precision,
        long packages,
        long weightKg,
        @Nullable Long value) {

    private static final int CODE = 8;
    private static final int WHOLE = 11;

    /** The items of the export; their values add up to what was declared. */
    static List<SadItem> listOf(ExportFile export) {
        List<SadItem> items = new ArrayList<>();
        Long declared = export.declaredValue();
        long left = declared == null ? 0 : declared;
        for (ExportParcel parcel : export.parcels()) {
            boolean last = items.size() == export.parcels().size() - 1;
            long value = last ? left : part(declared, parcel.weightKg(), export.weightKg());
            left -= value;
            items.add(item(parcel, declared == null ? null : value));
        }
        return items;
    }

    private static SadItem item(ExportParcel parcel, @Nullable Long value) {
        String digits = parcel.hsCode().replaceAll("[^0-9]", "");
        String whole = (digits + "0".repeat(WHOLE)).substring(0, WHOLE);
        return new SadItem(
                parcel.commodity(),
                whole.substring(0, CODE),
                whole.substring(CODE),
                parcel.packages(),
                parcel.weightKg(),
                value);
    }

    private static long part(@Nullable Long whole, long weightKg, long allKg) {
        if (whole == null || allKg == 0) {
            return 0;
        }
        return BigInteger.valueOf(whole)
                .multiply(BigInteger.valueOf(weightKg))
                .divide(BigInteger.valueOf(allKg))
                .longValueExact();
    }
}
