package rw.ishemalink.identity.fleet;

/**
 * What an operator or administrator says of a driver.
 *
 * @param name as on the licence
 */
public record DriverDetails(String name, DrivingLicence licence, VehicleDetails vehicle) {

    /** Whether there is something in it that has to be checked before the driver may work with it. */
    boolean hasOtherPapersThan(Driver driver) {
        VehicleDetails driven = driver.vehicle().details();
        return !name.equals(driver.name())
                || !licence.equals(driver.licence())
                || !vehicle.plate().equals(driven.plate())
                || vehicle.kind() != driven.kind();
    }

    /** Never the name: this text could reach logs. */
    @Override
    public String toString() {
        return "DriverDetails[" + vehicle.plate() + "]";
    }
}
