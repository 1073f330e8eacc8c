package rw.ishemalink.tracking.detect;

import org.jspecify.annotations.Nullable;
import rw.ishemalink.tracking.trip.TripKind;

/**
 * What the law allows out of town, kilometres an hour: article 28 (2) of presidential order 85/01 of 02/09/2002 on road
 * traffic, and for goods and public transport the speed governors of the presidential order of 25/02/2015. Inside towns
 * it is 40 or 50 (article 28 (3)), and signs may say less: where those are is not known here, so that nobody is told
 * of too often and some are not told of.
 */
final class SpeedLimits {

    /** Goods and public transport: what the speed governor is set to. */
    static final double GOVERNED_KMH = 60;

    /** A taxi up to 3,500 kg (article 28 (2) b). */
    static final double TAXI_KMH = 70;

    /** Motorcycles and other cars up to 3,500 kg (article 28 (2) a). */
    static final double LIGHT_KMH = 80;

    private SpeedLimits() {}

    /** A vehicle that is not known gets what its load is driven with, and a ride the highest. */
    static double of(TripKind kind, @Nullable VehicleClass vehicle) {
        return switch (vehicle) {
            case MOTORCYCLE -> LIGHT_KMH;
            case CAR -> kind == TripKind.RIDE ? TAXI_KMH : LIGHT_KMH;
            case TRUCK, BUS -> GOVERNED_KMH;
            case null -> kind == TripKind.RIDE ? LIGHT_KMH : GOVERNED_KMH;
        };
    }
}
