package rw.ishemalink.tracking.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import java.util.List;
import rw.ishemalink.kit.retention.RetentionClass;
import rw.ishemalink.kit.retention.RetentionClasses;

/** How long what is over is kept here. */
@ApplicationScoped
public class TrackingRetention implements RetentionClasses {

    private static final String STORAGE_LIMITATION = "law 058/2021 art. 37 (no longer than needed); period ours";

    @Override
    public List<RetentionClass> list() {
        return List.of(
                RetentionClass.blanking(
                        "places of trips",
                        "trip",
                        "ended_at",
                        "ended_at is not null and not coarse",
                        TrackingPersonalData.BLANKED,
                        Period.ofDays(30),
                        STORAGE_LIMITATION),
                RetentionClass.deleting(
                        "trips", "trip", "ended_at", "ended_at is not null", Period.ofYears(1), STORAGE_LIMITATION),
                RetentionClass.deleting(
                        "events of trips", "trip_event", "recorded_at", "true", Period.ofDays(30), STORAGE_LIMITATION),
                RetentionClass.deleting(
                        "devices that are revoked",
                        "device",
                        "revoked_at",
                        "revoked_at is not null",
                        Period.ofDays(30),
                        STORAGE_LIMITATION),
                RetentionClass.deleting(
                        "links to trips", "share_link", "expires_at", "true", Period.ofDays(30), STORAGE_LIMITATION),
                RetentionClass.deleting(
                        "people's wishes (tracking)",
                        "privacy_task",
                        "done_at",
                        "state = 'DONE'",
                        Period.ofYears(3),
                        "proof that a right was granted; period ours"));
    }
}
