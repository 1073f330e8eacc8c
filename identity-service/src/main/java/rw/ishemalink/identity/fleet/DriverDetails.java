package rw.ishemalink.identity.fleet;

/**
 * What an operator or administrator says of a driver.
 *
 * @param name as on the licence
 */
public record DriverDetails(String name, DrivingLicence licence, VehicleDetails vehicle) {

    /** Never the name: this text could reach logs. */
    @Override
    public String toString() {
        return "DriverDetails[" + vehicle.plate() + "]";
    }
}
