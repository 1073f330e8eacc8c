package rw.ishemalink.booking.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import java.util.List;
import rw.ishemalink.kit.retention.RetentionClass;
import rw.ishemalink.kit.retention.RetentionClasses;

/** How long what is over is kept here. Bookings themselves stay ten years, with receipts and ledger. */
@ApplicationScoped
public class BookingRetention implements RetentionClasses {

    private static final String STORAGE_LIMITATION = "law 058/2021 art. 37 (no longer than needed); period ours";

    @Override
    public List<RetentionClass> list() {
        return List.of(
                RetentionClass.deleting(
                        "offline actions",
                        "sync_action",
                        "finished_at",
                        "finished_at is not null",
                        Period.ofDays(30),
                        STORAGE_LIMITATION),
                RetentionClass.blanking(
                        "places of searches",
                        "dispatch_search",
                        "closed_at",
                        "closed_at is not null and not coarse",
                        "pickup_latitude = round(pickup_latitude::numeric, 1),"
                                + " pickup_longitude = round(pickup_longitude::numeric, 1),"
                                + " dropoff_latitude = round(dropoff_latitude::numeric, 1),"
                                + " dropoff_longitude = round(dropoff_longitude::numeric, 1), coarse = true",
                        Period.ofDays(30),
                        STORAGE_LIMITATION),
                RetentionClass.deleting(
                        "drivers considered",
                        "dispatch_consideration",
                        "considered_at",
                        "true",
                        Period.ofDays(90),
                        STORAGE_LIMITATION),
                RetentionClass.blanking(
                        "places of quotes",
                        "quote",
                        "valid_until",
                        "not coarse",
                        "terms = coarse_terms(terms), coarse = true",
                        Period.ofDays(30),
                        STORAGE_LIMITATION),
                RetentionClass.deleting(
                        "people's wishes (booking)",
                        "privacy_task",
                        "done_at",
                        "state = 'DONE'",
                        Period.ofYears(3),
                        "proof that a right was granted; period ours"));
    }
}
