package rw.ishemalink.booking.dispatch;

import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import rw.ishemalink.booking.fleet.Driver;
import rw.ishemalink.booking.quote.GeoPoint;

/**
 * Goes through the index ring by ring. Whoever is nearer than anything in the next ring can be is in order; the others
 * wait until the rings have come that far.
 */
final class Outward implements Iterator<Nearby> {

    private final DriverIndex index;
    private final GeoPoint from;
    private final double radiusMetres;
    private final PriorityQueue<Nearby> waiting = new PriorityQueue<>(Nearby.ORDER);
    private final Set<UUID> seen = new HashSet<>();
    private int nextRing;

    Outward(DriverIndex index, GeoPoint from, double radiusMetres) {
        this.index = index;
        this.from = from;
        this.radiusMetres = radiusMetres;
    }

    @Override
    public boolean hasNext() {
        while (!isSettled() && index.metresToRing(nextRing) <= radiusMetres) {
            look();
        }
        return !waiting.isEmpty();
    }

    @Override
    public Nearby next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return waiting.remove();
    }

    private boolean isSettled() {
        Nearby first = waiting.peek();
        return first != null && first.metres() < index.metresToRing(nextRing);
    }

    private void look() {
        for (long cell : index.ring(from, nextRing++)) {
            for (Fix fix : index.listIn(cell)) {
                double metres = from.metresTo(fix.point());
                if (metres <= radiusMetres) {
                    meet(fix, metres);
                }
            }
        }
    }

    private void meet(Fix fix, double metres) {
        Driver driver = index.findDriver(fix.driverId());
        if (driver != null && driver.tenant().equals(fix.tenant()) && seen.add(fix.driverId())) {
            waiting.add(new Nearby(driver, fix, metres));
        }
    }
}
