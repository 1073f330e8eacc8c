package rw.ishemalink.tracking.detect;

import rw.ishemalink.schemas.tracking.TrackingChange;
import rw.ishemalink.schemas.tracking.TrackingEvent;

/** Findings as the contract of {@code tracking.events} tells them. */
public final class FindingEvents {

    private FindingEvents() {}

    /**
     * The event, but for its metadata.
     *
     * @param late whether later positions had been looked at before
     */
    public static TrackingEvent.Builder toEvent(TripPlan plan, Finding finding, boolean late) {
        TrackingEvent.Builder event = TrackingEvent.newBuilder()
                .setBookingId(plan.bookingId())
                .setVehicleId(plan.vehicleId())
                .setDriverId(plan.driverId())
                .setLatitude(finding.seen().point().latitude())
                .setLongitude(finding.seen().point().longitude())
                .setRecordedAt(finding.seen().at())
                .setLate(late);
        return describe(event, finding);
    }

    private static TrackingEvent.Builder describe(TrackingEvent.Builder event, Finding finding) {
        return switch (finding) {
            case Finding.TripStarted _ -> event.setChange(TrackingChange.TRIP_STARTED);
            case Finding.TripNotStarted _ -> event.setChange(TrackingChange.TRIP_NOT_STARTED);
            case Finding.TripEnded _ -> event.setChange(TrackingChange.TRIP_ENDED);
            case Finding.GeofenceEntered f ->
                event.setChange(TrackingChange.GEOFENCE_ENTERED).setGeofence(f.geofence());
            case Finding.GeofenceDwelled f ->
                event.setChange(TrackingChange.GEOFENCE_DWELLED)
                        .setGeofence(f.geofence())
                        .setSince(f.since());
            case Finding.GeofenceLeft f ->
                event.setChange(TrackingChange.GEOFENCE_LEFT)
                        .setGeofence(f.geofence())
                        .setSince(f.since());
            case Finding.StopStarted _ -> event.setChange(TrackingChange.STOP_STARTED);
            case Finding.StopEnded f ->
                event.setChange(TrackingChange.STOP_ENDED).setSince(f.since());
            case Finding.OverspeedStarted f ->
                event.setChange(TrackingChange.OVERSPEED_STARTED)
                        .setSpeedKmh(f.speedKmh())
                        .setLimitKmh(f.limitKmh());
            case Finding.OverspeedEnded f ->
                event.setChange(TrackingChange.OVERSPEED_ENDED)
                        .setSince(f.since())
                        .setSpeedKmh(f.speedKmh())
                        .setLimitKmh(f.limitKmh());
            case Finding.CorridorLeft f ->
                event.setChange(TrackingChange.CORRIDOR_LEFT).setOffCorridorMetres(f.offCorridorMetres());
            case Finding.CorridorRejoined f ->
                event.setChange(TrackingChange.CORRIDOR_REJOINED)
                        .setSince(f.since())
                        .setOffCorridorMetres(f.offCorridorMetres());
            case Finding.WrongDirection _ -> event.setChange(TrackingChange.WRONG_DIRECTION);
            case Finding.CommsLost f ->
                event.setChange(TrackingChange.COMMS_LOST).setSince(f.since());
            case Finding.CommsRestored f ->
                event.setChange(TrackingChange.COMMS_RESTORED).setSince(f.since());
            case Finding.SealOpened f ->
                event.setChange(TrackingChange.SEAL_OPENED).setSealNumber(f.sealNumber());
            case Finding.SealClosed f ->
                event.setChange(TrackingChange.SEAL_CLOSED).setSealNumber(f.sealNumber());
            case Finding.SealTampered f ->
                event.setChange(TrackingChange.SEAL_TAMPERED).setSealNumber(f.sealNumber());
            case Finding.BorderArrivalProposed f ->
                event.setChange(TrackingChange.BORDER_ARRIVAL_PROPOSED).setGeofence(f.geofence());
            case Finding.ArrivalEstimated f ->
                event.setChange(TrackingChange.ARRIVAL_ESTIMATED)
                        .setArrivalAt(f.arrivalAt())
                        .setRemainingMetres(f.remainingMetres());
        };
    }
}
