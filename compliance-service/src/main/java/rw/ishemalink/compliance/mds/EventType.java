package rw.ishemalink.compliance.mds;

import java.util.Locale;

/** MDS event types of the mode passenger-services, each with the state that the vehicle is in afterwards (MDS 2.0, modes). */
public enum EventType {
    RECOMMISSIONED(VehicleState.NON_OPERATIONAL),
    DECOMMISSIONED(VehicleState.REMOVED),
    SERVICE_START(VehicleState.AVAILABLE),
    SERVICE_END(VehicleState.NON_OPERATIONAL),
    RESERVATION_START(VehicleState.RESERVED),
    PASSENGER_CANCELLATION(VehicleState.AVAILABLE),
    DRIVER_CANCELLATION(VehicleState.AVAILABLE),
    PROVIDER_CANCELLATION(VehicleState.AVAILABLE),
    TRIP_START(VehicleState.ON_TRIP),
    TRIP_END(VehicleState.AVAILABLE);

    private final VehicleState after;

    EventType(VehicleState after) {
        this.after = after;
    }

    /** The state that the vehicle is in then. */
    public VehicleState after() {
        return after;
    }

    /** As MDS writes it. */
    public String mdsName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it is in MDS when somebody of that role cancels a ride. */
    public static EventType cancelledBy(String role) {
        return switch (role) {
            case "DRIVER" -> DRIVER_CANCELLATION;
            case "CUSTOMER", "SENDER", "EXPORTER", "AGENT" -> PASSENGER_CANCELLATION;
            default -> PROVIDER_CANCELLATION;
        };
    }
}
