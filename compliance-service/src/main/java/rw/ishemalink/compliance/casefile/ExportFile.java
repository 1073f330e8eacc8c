package rw.ishemalink.compliance.casefile;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What customs ask for. The consignee is a person's data: never in a log.
 *
 * @param originDistrict code 11…57; null where the booking names none
 * @param originCountry ISO 3166-1 alpha-2
 * @param destinationCountry ISO 3166-1 alpha-2
 * @param borderPost by name, e.g. Gatuna
 * @param hsCode as printed, e.g. 0901.11
 * @param commodity of several, the heaviest
 * @param declaredValue in the smallest unit of the declared currency; null where nothing was declared
 * @param parcels what it consists of, at least one
 * @param seals numbers of the seals that are on
 * @param rctgReference of the carnet; null where none was given
 */
public record ExportFile(
        UUID bookingId,
        String tenant,
        @Nullable String originDistrict,
        String originCountry,
        String originLabel,
        String destinationCountry,
        String destinationLabel,
        String borderPost,
        String consigneeName,
        String consigneeAddress,
        String commodity,
        String hsCode,
        long weightKg,
        int packages,
        @Nullable Long declaredValue,
        @Nullable String declaredCurrency,
        List<ExportParcel> parcels,
        List<String> seals,
        @Nullable String rctgReference) {

    public ExportFile {
        parcels = List.copyOf(parcels);
        seals = List.copyOf(seals);
    }
}
