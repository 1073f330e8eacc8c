package rw.ishemalink.tracking.position;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rw.ishemalink.schemas.tracking.TrackingRefusal;
import rw.ishemalink.tracking.position.FixRules.Times;
import rw.ishemalink.tracking.position.FixRules.Verdict;

/**
 * What came of fixes that were sent together. Pure.
 *
 * @param positions those that are taken
 * @param refused which were not, and why
 * @param keptApart what is kept of those
 */
public record Judgement(List<Position> positions, List<Refusal> refused, List<TrackingRefusal> keptApart) {

    /** A fix that was not taken: its number in the request, from 0, and why. */
    public record Refusal(int index, FixRefusal reason) {}

    /** Judges each. */
    public static Judgement of(List<Fix> fixes, Reporter reporter, Times times) {
        List<Position> positions = new ArrayList<>(fixes.size());
        List<Refusal> refused = new ArrayList<>(0);
        List<TrackingRefusal> keptApart = new ArrayList<>(0);
        for (int index = 0; index < fixes.size(); index++) {
            Fix fix = fixes.get(index);
            switch (FixRules.judge(fix, reporter, times)) {
                case Verdict.Taken taken -> positions.add(taken.position());
                case Verdict.Refused no -> {
                    refused.add(new Refusal(index, no.reason()));
                    keepApart(fix, no.reason(), reporter, times).ifPresent(keptApart::add);
                }
            }
        }
        return new Judgement(positions, refused, keptApart);
    }

    private static Optional<TrackingRefusal> keepApart(Fix fix, FixRefusal why, Reporter reporter, Times times) {
        return why.findReason().map(reason -> TrackingRefusal.newBuilder()
                .setTenant(reporter.tenant())
                .setVehicleId(reporter.vehicleId())
                .setDriverId(reporter.driverId())
                .setDeviceId(reporter.deviceId())
                .setReason(reason)
                .setLatitude(fix.latitude())
                .setLongitude(fix.longitude())
                .setSpeedKmh(fix.speedKmh())
                .setAccuracyMetres(fix.accuracyMetres())
                .setRecordedAt(fix.recordedAt())
                .setReceivedAt(times.now())
                .build());
    }
}
