package rw.ishemalink.tracking.position;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.tracking.SealState;
import rw.ishemalink.schemas.tracking.TrackingPosition;
import rw.ishemalink.tracking.geofence.GeoPoint;

/** Where a vehicle was. Units as in the contract of {@code tracking.positions}; null where the phone did not say. */
public record Position(
        String tenant,
        UUID vehicleId,
        UUID driverId,
        GeoPoint point,
        @Nullable Double speedKmh,
        @Nullable Double bearingDegrees,
        @Nullable Double accuracyMetres,
        @Nullable Double altitudeMetres,
        @Nullable UUID deviceId,
        @Nullable Integer batteryPercent,
        @Nullable SealState sealState,
        @Nullable String sealNumber,
        Instant recordedAt,
        Instant receivedAt) {

    /** As read from the topic. */
    public static Position of(TrackingPosition event) {
        return new Position(
                event.getTenant(),
                event.getVehicleId(),
                event.getDriverId(),
                new GeoPoint(event.getLatitude(), event.getLongitude()),
                event.getSpeedKmh(),
                event.getBearingDegrees(),
                event.getAccuracyMetres(),
                event.getAltitudeMetres(),
                event.getDeviceId(),
                event.getBatteryPercent(),
                event.getSealState(),
                event.getSealNumber(),
                event.getRecordedAt(),
                event.getReceivedAt());
    }

    /** As written to the topic. */
    public TrackingPosition toEvent() {
        return TrackingPosition.newBuilder()
                .setTenant(tenant)
                .setVehicleId(vehicleId)
                .setDriverId(driverId)
                .setLatitude(point.latitude())
                .setLongitude(point.longitude())
                .setSpeedKmh(speedKmh)
                .setBearingDegrees(bearingDegrees)
                .setAccuracyMetres(accuracyMetres)
                .setAltitudeMetres(altitudeMetres)
                .setDeviceId(deviceId)
                .setBatteryPercent(batteryPercent)
                .setSealState(sealState)
                .setSealNumber(sealNumber)
                .setRecordedAt(recordedAt)
                .setReceivedAt(receivedAt)
                .build();
    }
}
