package rw.ishemalink.identity.privacy;

import jakarta.inject.Singleton;
import java.time.Period;
import java.util.List;
import rw.ishemalink.kit.retention.RetentionClass;
import rw.ishemalink.kit.retention.RetentionClasses;

/** How long what is over is kept here. */
@Singleton
public class IdentityRetention implements RetentionClasses {

    private static final String STORAGE_LIMITATION = "law 058/2021 art. 37 (no longer than needed); period ours";

    @Override
    public List<RetentionClass> list() {
        return List.of(
                RetentionClass.deleting(
                        "one-time codes", "one_time_code", "issued_at", "true", Period.ofDays(2), STORAGE_LIMITATION),
                RetentionClass.deleting(
                        "logins that are over",
                        "refresh_family",
                        "expires_at",
                        "true",
                        Period.ofDays(30),
                        STORAGE_LIMITATION),
                RetentionClass.deleting(
                        "authorization codes",
                        "oauth_code",
                        "expires_at",
                        "true",
                        Period.ofDays(2),
                        STORAGE_LIMITATION),
                RetentionClass.deleting(
                        "drivers' shifts",
                        "driver_shift",
                        "ended_at",
                        "ended_at is not null",
                        Period.ofYears(2),
                        STORAGE_LIMITATION),
                RetentionClass.deleting(
                        "invitations that are over",
                        "invitation",
                        "closed_at",
                        "closed_at is not null",
                        Period.ofYears(3),
                        "proof of who gave power to whom; period ours"),
                RetentionClass.deleting(
                        "recoveries that are over",
                        "recovery",
                        "closed_at",
                        "closed_at is not null",
                        Period.ofYears(1),
                        STORAGE_LIMITATION),
                RetentionClass.deleting(
                        "people's wishes (identity)",
                        "privacy_task",
                        "done_at",
                        "state = 'DONE'",
                        Period.ofYears(3),
                        "proof that a right was granted; period ours"));
    }
}
