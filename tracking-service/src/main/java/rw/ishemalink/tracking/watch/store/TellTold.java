package rw.ishemalink.tracking.watch.store;

import java.util.List;
import java.util.UUID;
import rw.ishemalink.schemas.EventMetadata;
import rw.ishemalink.schemas.tracking.RefusalReason;
import rw.ishemalink.schemas.tracking.TrackingEvent;
import rw.ishemalink.schemas.tracking.TrackingPosition;
import rw.ishemalink.schemas.tracking.TrackingRefusal;
import rw.ishemalink.tracking.detect.FindingEvents;
import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.watch.Told;

/** What is told, as the contracts have it: each topic takes its own, one or none. */
final class TellTold {

    /** Until {@link NumberEvents} names and numbers the event. */
    private static final UUID NOT_NAMED = new UUID(0, 0);

    private TellTold() {}

    static List<TrackingEvent> findEvent(Told told) {
        return told instanceof Told.Shown shown ? List.of(event(shown)) : List.of();
    }

    static List<TrackingRefusal> findRefusal(Told told) {
        return told instanceof Told.Refused refused ? List.of(refusal(refused)) : List.of();
    }

    static List<TrackingPosition> findLast(Told told) {
        return told instanceof Told.Last last ? List.of(last.position().toEvent()) : List.of();
    }

    private static TrackingEvent event(Told.Shown shown) {
        return FindingEvents.toEvent(shown.plan(), shown.finding(), shown.late())
                .setMetadata(EventMetadata.newBuilder()
                        .setEventId(NOT_NAMED)
                        .setTenant(shown.plan().tenant())
                        .setCorrelationId(shown.correlationId())
                        .setOccurredAt(shown.finding().seen().at())
                        .setSequence(0)
                        .build())
                .build();
    }

    private static TrackingRefusal refusal(Told.Refused refused) {
        Position position = refused.position();
        return TrackingRefusal.newBuilder()
                .setTenant(position.tenant())
                .setVehicleId(position.vehicleId())
                .setDriverId(position.driverId())
                .setDeviceId(position.deviceId())
                .setReason(RefusalReason.IMPLAUSIBLE_JUMP)
                .setLatitude(position.point().latitude())
                .setLongitude(position.point().longitude())
                .setSpeedKmh(refused.neededKmh())
                .setAccuracyMetres(position.accuracyMetres())
                .setRecordedAt(position.recordedAt())
                .setReceivedAt(position.receivedAt())
                .build();
    }
}
