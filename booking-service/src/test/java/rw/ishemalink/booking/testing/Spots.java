package rw.ishemalink.booking.testing;

import io.quarkus.arc.Arc;
import java.util.ArrayList;
import java.util.List;
import rw.ishemalink.booking.quote.GeoPoint;
import rw.ishemalink.kit.outbox.UnitOfWork;

/** Spots in Rwanda, 11 km apart, none within a search's reach of where other tests' bookings begin. */
final class Spots {

    private static final double STEP_DEGREES = 0.1;
    private static final double REACH_METRES = 10_800;
    private static final GeoPoint KIMIRONKO = new GeoPoint(-1.9441, 30.0619);

    /** Kept by the JVM, since the broker and its positions are shared by applications with class loaders of their own. */
    private static final String TAKEN = "ishema.test.spots-taken";

    private Spots() {}

    static GeoPoint next() {
        Object taken =
                System.getProperties().merge(TAKEN, "1", (known, _) -> "" + (Integer.parseInt((String) known) + 1));
        return free().get(Integer.parseInt((String) taken) - 1);
    }

    private static List<GeoPoint> free() {
        List<GeoPoint> begins = new ArrayList<>(centroids());
        begins.add(KIMIRONKO);
        List<GeoPoint> free = new ArrayList<>();
        for (int row = 0; row < 17; row++) {
            for (int column = 0; column < 20; column++) {
                GeoPoint spot = new GeoPoint(-1.06 - STEP_DEGREES * row, 28.87 + STEP_DEGREES * column);
                if (begins.stream().allMatch(begin -> begin.metresTo(spot) > REACH_METRES)) {
                    free.add(spot);
                }
            }
        }
        return free;
    }

    private static List<GeoPoint> centroids() {
        UnitOfWork unitOfWork = Arc.container().select(UnitOfWork.class).get();
        return unitOfWork.read(sql -> sql.createQuery("select latitude, longitude from district")
                .map((row, _) -> new GeoPoint(row.getDouble(1), row.getDouble(2)))
                .list());
    }
}
