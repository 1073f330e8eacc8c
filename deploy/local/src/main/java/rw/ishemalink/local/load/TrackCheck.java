package rw.ishemalink.local.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The tracks of trips, as the service shows them, compared with what their vehicles sent. */
final class TrackCheck {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final LoadStack stack;
    private final HttpClient http = HttpClient.newHttpClient();

    TrackCheck(LoadStack stack) {
        this.stack = stack;
    }

    /**
     * What was compared.
     *
     * @param tracks how many
     * @param missing fixes that a track must show and does not
     * @param astray fixes that a track shows though they are not that trip's
     */
    record Compared(int tracks, long missing, long astray) {

        static final Compared NOTHING = new Compared(0, 0, 0);

        boolean isRight() {
            return missing == 0 && astray == 0;
        }

        Compared plus(Compared other) {
            return new Compared(tracks + other.tracks, missing + other.missing, astray + other.astray);
        }
    }

    /** Compares the trip's track with the times of the fixes that are its own. */
    Compared compare(LoadTrip trip, Set<Long> expected) {
        Set<Long> shown = times(trip);
        Set<Long> missing = new HashSet<>(expected);
        missing.removeAll(shown);
        Set<Long> astray = new HashSet<>(shown);
        astray.removeAll(expected);
        return new Compared(1, missing.size(), astray.size());
    }

    /** When the track's fixes were taken; of no track none. */
    private Set<Long> times(LoadTrip trip) {
        String token = stack.mint().tokenOf(trip.senderId(), trip.phone());
        HttpRequest request = HttpRequest.newBuilder(
                        stack.url(LoadStack.TRACKING).resolve("/api/tracking/bookings/" + trip.bookingId() + "/track"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/geo+json")
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            JsonNode times = JSON.readTree(answer.body()).path("properties").path("times");
            return times.valueStream()
                    .map(time -> Instant.parse(time.asText()).toEpochMilli())
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new IllegalStateException("no track of " + trip.bookingId(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
