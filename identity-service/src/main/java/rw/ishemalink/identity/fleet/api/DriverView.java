package rw.ishemalink.identity.fleet.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.identity.fleet.Driver;
import rw.ishemalink.identity.fleet.DriverStatus;
import rw.ishemalink.identity.fleet.DrivingCategory;
import rw.ishemalink.identity.fleet.Operator;
import rw.ishemalink.identity.fleet.Rating;
import rw.ishemalink.identity.fleet.Vehicle;
import rw.ishemalink.identity.fleet.VehicleKind;
import rw.ishemalink.identity.people.Language;

/**
 * A driver, as staff and the driver see it.
 *
 * @param driverId the person's id
 * @param vehicleId the same as in vehicle
 * @param phone +2507XXXXXXXX
 * @param operator absent for an independent driver
 * @param onDuty whether the driver wants work now
 * @param rating absent until the first rating
 * @param version counts the changes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DriverView(
        UUID driverId,
        UUID vehicleId,
        String phone,
        String name,
        Language language,
        String licenceNumber,
        List<String> licenceCategories,
        LocalDate licenceValidUntil,
        DriverStatus status,
        VehicleView vehicle,
        @Nullable Operator operator,
        boolean onDuty,
        @Nullable RatingView rating,
        long version) {

    /**
     * What senders think.
     *
     * @param average mean stars with two decimals, 1.00 to 5.00
     * @param count how many ratings there were
     */
    public record RatingView(BigDecimal average, long count) {

        private static final int DECIMALS = 2;

        static RatingView of(Rating rating) {
            return new RatingView(BigDecimal.valueOf(rating.hundredths(), DECIMALS), rating.count());
        }
    }

    /** What is driven. */
    public record VehicleView(UUID vehicleId, String plate, VehicleKind kind, long capacityKg) {

        static VehicleView of(Vehicle vehicle) {
            return new VehicleView(
                    vehicle.vehicleId(),
                    vehicle.details().plate().value(),
                    vehicle.details().kind(),
                    vehicle.details().capacityKg());
        }
    }

    public DriverView {
        licenceCategories = List.copyOf(licenceCategories);
    }

    static DriverView of(Driver driver) {
        return new DriverView(
                driver.driverId(),
                driver.vehicle().vehicleId(),
                driver.phone().value(),
                driver.name(),
                driver.language(),
                driver.licence().number(),
                driver.licence().categories().stream()
                        .map(DrivingCategory::value)
                        .toList(),
                driver.licence().validUntil(),
                driver.status(),
                VehicleView.of(driver.vehicle()),
                driver.operator().orElse(null),
                driver.onDuty(),
                driver.rating().map(RatingView::of).orElse(null),
                driver.version());
    }

    /** Never name or phone: this text could reach logs. */
    @Override
    public String toString() {
        return "DriverView[" + driverId + "]";
    }
}
