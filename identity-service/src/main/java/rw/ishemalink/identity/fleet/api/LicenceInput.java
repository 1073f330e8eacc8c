package rw.ishemalink.identity.fleet.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import rw.ishemalink.identity.fleet.DrivingCategory;
import rw.ishemalink.identity.fleet.DrivingLicence;
import rw.ishemalink.kit.problem.ProblemException;

/** Reads a driving licence from a request's fields. */
final class LicenceInput {

    private LicenceInput() {}

    static DrivingLicence read(String number, List<String> categories, LocalDate validUntil) {
        return new DrivingLicence(
                number.strip().toUpperCase(Locale.ROOT),
                categories.stream().map(LicenceInput::category).distinct().toList(),
                validUntil);
    }

    private static DrivingCategory category(String written) {
        return DrivingCategory.find(written).orElseThrow(() -> ProblemException.badRequest("category-not-valid"));
    }
}
