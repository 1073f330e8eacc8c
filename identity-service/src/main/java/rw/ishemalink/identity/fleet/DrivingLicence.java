package rw.ishemalink.identity.fleet;

import java.time.LocalDate;
import java.util.List;

/**
 * A driving licence as it was shown. Whether it still holds is compliance's to decide, so an expired one can be kept.
 *
 * @param number as printed, upper case
 * @param categories at least one
 * @param validUntil the last day
 */
public record DrivingLicence(String number, List<DrivingCategory> categories, LocalDate validUntil) {

    public DrivingLicence {
        categories = List.copyOf(categories);
    }
}
