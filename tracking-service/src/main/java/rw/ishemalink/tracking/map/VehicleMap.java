package rw.ishemalink.tracking.map;

import com.uber.h3core.H3Core;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import rw.ishemalink.tracking.config.TrackingConfig;
import rw.ishemalink.tracking.geofence.Districts;
import rw.ishemalink.tracking.live.Glance;
import rw.ishemalink.tracking.live.LivePositions;
import rw.ishemalink.tracking.vehicle.DriverVehicles;

/** Where vehicles are now, from memory. */
@ApplicationScoped
public class VehicleMap {

    private final H3Core grid = grid();
    private final LivePositions positions;
    private final DriverVehicles vehicles;
    private final Duration freshFor;

    VehicleMap(LivePositions positions, DriverVehicles vehicles, TrackingConfig config) {
        this.positions = positions;
        this.vehicles = vehicles;
        this.freshFor = config.fresh();
    }

    /**
     * What is asked of the map.
     *
     * @param districtCode only there; empty: everywhere
     * @param resolution of the hexagons, H3's
     * @param maxAge of the positions; empty: fresh ones only
     */
    public record Question(
            String tenant, Scope scope, Optional<String> districtCode, int resolution, Optional<Duration> maxAge) {}

    /** The cells with the vehicles in them. */
    public List<Cell> look(Question question) {
        Instant since = Instant.now().minus(question.maxAge().orElse(freshFor));
        Predicate<Glance> wanted = glance -> glance.tenant().equals(question.tenant())
                && glance.recordedAt().isAfter(since)
                && question.districtCode()
                        .map(code -> Districts.findAround(glance.point())
                                .filter(district -> district.code().equals(code))
                                .isPresent())
                        .orElse(true);
        CellCount count = new CellCount(grid, question.resolution());
        switch (question.scope()) {
            case Scope.OwnFleet own -> {
                for (UUID vehicleId : vehicles.listFleet(question.tenant(), own.operatorId())) {
                    positions.glance(vehicleId).filter(wanted).ifPresent(glance -> count.add(vehicleId, glance));
                }
            }
            case Scope.WholeTenant _, Scope.Crowds _ ->
                positions.glanceAtAll(since, (vehicleId, glance) -> {
                    if (wanted.test(glance)) {
                        count.add(vehicleId, glance);
                    }
                });
        }
        return count.cells(question.scope().leastInCell());
    }

    private static H3Core grid() {
        try {
            return H3Core.newInstance();
        } catch (IOException e) {
            throw new UncheckedIOException("H3's native library cannot be unpacked", e);
        }
    }
}
