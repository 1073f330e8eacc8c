package rw.ishemalink.local.load;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** People who follow trips on WebSockets: how long it takes from a fix to their screens. */
final class Viewers implements AutoCloseable {

    private static final String RECORDED_AT = "\"recordedAt\":\"";
    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(10);

    private final List<LoadTrip> trips;
    private final TokenMint mint;
    private final SocketClients sockets;
    private volatile Instant since = Instant.MAX;
    private volatile Histogram micros = new ConcurrentHistogram(LONGEST_MICROS, 3);

    Viewers(LoadStack stack, List<LoadTrip> trips, int viewers) {
        this.trips = trips;
        this.mint = stack.mint();
        this.sockets = new SocketClients(stack.url(LoadStack.TRACKING), viewers, this::heard);
    }

    /** Has so many follow the trips, each its own sender's; how many do. */
    int open(int viewers) {
        return sockets.open(
                viewers,
                number ->
                        "/api/tracking/bookings/%s/live".formatted(trip(number).bookingId()),
                number -> mint.tokenOf(trip(number).senderId(), trip(number).phone()));
    }

    private LoadTrip trip(int viewer) {
        return trips.get(viewer % trips.size());
    }

    /** From here on what is recorded is measured; what was recorded before is old. */
    void measure() {
        micros = new ConcurrentHistogram(LONGEST_MICROS, 3);
        since = Instant.now();
    }

    /** Microseconds from fix to screen, of every message since then. */
    Histogram micros() {
        return micros;
    }

    long stillOpen() {
        return sockets.stillOpen();
    }

    private void heard(String text) {
        int begin = text.indexOf(RECORDED_AT) + RECORDED_AT.length();
        Instant recordedAt = Instant.parse(text.substring(begin, text.indexOf('"', begin)));
        if (recordedAt.isAfter(since)) {
            long taken = recordedAt.until(Instant.now(), ChronoUnit.MICROS);
            micros.recordValue(Math.clamp(taken, 0, LONGEST_MICROS));
        }
    }

    @Override
    public void close() {
        sockets.close();
    }
}
