package rw.ishemalink.booking.dispatch;

import com.uber.h3core.H3Core;
import com.uber.h3core.LengthUnit;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.fleet.Driver;
import rw.ishemalink.booking.quote.GeoPoint;

/**
 * Every driver and where they are, in memory, by cells of the H3 grid. Many threads may read and write; readers never
 * wait. Invariant: a driver counts with the newest change and the newest position that were told, in whatever order.
 */
@Singleton
public class DriverIndex {

    /** Cells of about 0.1 km²: with 50,000 drivers in Kigali twice as quick as the next larger ones (DriverIndexBenchmark). */
    static final int RESOLUTION = 9;

    private static final Fix[] NOBODY = {};

    /** Where a driver is entered. */
    private record Entry(Fix fix, long cell) {}

    private final H3Core grid = grid();
    private final double edgeMetres = grid.getHexagonEdgeLengthAvg(RESOLUTION, LengthUnit.m);
    private final ConcurrentMap<UUID, Driver> drivers = new ConcurrentHashMap<>();
    private final ConcurrentMap<UUID, Entry> entries = new ConcurrentHashMap<>();
    /** Arrays are replaced, never changed. */
    private final ConcurrentMap<Long, Fix[]> cells = new ConcurrentHashMap<>();

    private volatile boolean driversKnown;
    private volatile boolean positionsKnown;

    private static H3Core grid() {
        try {
            return H3Core.newInstance();
        } catch (IOException e) {
            throw new UncheckedIOException("the H3 library cannot be unpacked", e);
        }
    }

    /** Takes the driver as they stand after a change. */
    public void keep(Driver driver) {
        drivers.merge(driver.driverId(), driver, (known, told) -> told.sequence() > known.sequence() ? told : known);
    }

    /** Takes a position, unless a newer one is known. */
    public void keep(Fix fix) {
        entries.compute(
                fix.driverId(),
                (_, known) -> known != null && known.fix().recordedAt().isAfter(fix.recordedAt())
                        ? known
                        : enter(fix, known));
    }

    /** The new place first, then the old one goes: who looks meanwhile may see the driver twice, never not at all. */
    private Entry enter(Fix fix, @Nullable Entry known) {
        Entry entry = new Entry(
                fix, grid.latLngToCell(fix.point().latitude(), fix.point().longitude(), RESOLUTION));
        if (known != null && known.cell() == entry.cell()) {
            cells.compute(entry.cell(), (_, there) -> with(without(there, known.fix()), fix));
        } else {
            cells.compute(entry.cell(), (_, there) -> with(there, fix));
            if (known != null) {
                leave(known);
            }
        }
        return entry;
    }

    private void leave(Entry entry) {
        cells.computeIfPresent(entry.cell(), (_, there) -> {
            Fix[] left = without(there, entry.fix());
            return left.length == 0 ? null : left;
        });
    }

    private static Fix[] with(Fix @Nullable [] there, Fix fix) {
        Fix[] more = there == null ? new Fix[1] : Arrays.copyOf(there, there.length + 1);
        more[more.length - 1] = fix;
        return more;
    }

    private static Fix[] without(Fix @Nullable [] there, Fix gone) {
        return there == null
                ? NOBODY
                : Arrays.stream(there)
                        .filter(fix -> !fix.driverId().equals(gone.driverId()))
                        .toArray(Fix[]::new);
    }

    /** Drops who was last heard of before that time. */
    public void forgetBefore(Instant time) {
        for (UUID driverId : entries.keySet()) {
            entries.computeIfPresent(driverId, (_, entry) -> {
                if (!entry.fix().recordedAt().isBefore(time)) {
                    return entry;
                }
                leave(entry);
                return null;
            });
        }
    }

    /** The known drivers within the radius, nearest first; each ring of cells is looked at only when it is needed. */
    public Stream<Nearby> nearest(GeoPoint from, long radiusMetres) {
        Outward outward = new Outward(this, from, radiusMetres);
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(outward, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    /** The cells around the point at that distance in cells. */
    List<Long> ring(GeoPoint from, int number) {
        return grid.gridRing(grid.latLngToCell(from.latitude(), from.longitude(), RESOLUTION), number);
    }

    /**
     * What lies in that ring of cells, or farther out, is at least so far away. In a grid of regular hexagons it would be
     * 1.5 edges a ring less the two within the outermost cells; between 12° S and 5° N, 28° E and 42° E, H3's bend that
     * down to no less than this.
     */
    double metresToRing(int number) {
        return edgeMetres * (1.3 * number - 1.8);
    }

    Collection<Fix> listIn(long cell) {
        return Arrays.asList(cells.getOrDefault(cell, NOBODY));
    }

    @Nullable
    Driver findDriver(UUID driverId) {
        return drivers.get(driverId);
    }

    /** How many drivers have a place. */
    public int size() {
        return entries.size();
    }

    /** Every driver of before the start was told. */
    public void driversAreKnown() {
        driversKnown = true;
    }

    /** The positions of before the start were told. */
    public void positionsAreKnown() {
        positionsKnown = true;
    }

    /** Whether it knows enough to say that nobody is near. */
    public boolean isReady() {
        return driversKnown && positionsKnown;
    }
}
