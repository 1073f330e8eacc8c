package rw.ishemalink.notification.privacy;

import jakarta.inject.Singleton;
import java.time.Period;
import java.util.List;
import rw.ishemalink.kit.retention.RetentionClass;
import rw.ishemalink.kit.retention.RetentionClasses;

/** How long what is over is kept here. */
@Singleton
public class NotificationRetention implements RetentionClasses {

    private static final String STORAGE_LIMITATION = "law 058/2021 art. 37 (no longer than needed); period ours";

    @Override
    public List<RetentionClass> list() {
        return List.of(
                RetentionClass.blanking(
                        "addresses and texts of messages",
                        "message",
                        "ended_at",
                        "ended_at is not null and (address is not null or parameters is not null)",
                        "address = null, language = null, parameters = null",
                        Period.ofDays(30),
                        STORAGE_LIMITATION),
                RetentionClass.deleting(
                        "messages",
                        "message",
                        "ended_at",
                        "ended_at is not null",
                        Period.ofYears(1),
                        STORAGE_LIMITATION),
                RetentionClass.deleting(
                        "sessions of the USSD menu",
                        "ussd_session",
                        "touched_at",
                        "true",
                        Period.ofDays(7),
                        STORAGE_LIMITATION),
                RetentionClass.deleting(
                        "bookings that texts may ask for",
                        "tracked_booking",
                        "changed_at",
                        "true",
                        Period.ofDays(90),
                        STORAGE_LIMITATION),
                RetentionClass.deleting(
                        "texts that came in",
                        "inbound_sms",
                        "received_at",
                        "true",
                        Period.ofDays(8),
                        "repeats of a provider; ids only, period ours"),
                RetentionClass.deleting(
                        "reports before their message",
                        "early_report",
                        "received_at",
                        "true",
                        Period.ofDays(2),
                        "ids only, period ours"),
                RetentionClass.deleting(
                        "people's wishes (notification)",
                        "privacy_task",
                        "done_at",
                        "state = 'DONE'",
                        Period.ofYears(3),
                        "proof that a right was granted; period ours"));
    }
}
