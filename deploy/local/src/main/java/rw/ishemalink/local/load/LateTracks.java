package rw.ishemalink.local.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import rw.ishemalink.local.load.FixText.PhoneFix;

/** The tracks of trips, as the service shows them, compared with what their vehicles sent. */
final class LateTracks {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final LoadStack stack;
    private final HttpClient http = HttpClient.newHttpClient();

    LateTracks(LoadStack stack) {
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

        boolean isRight() {
            return missing == 0 && astray == 0;
        }

        Compared plus(Compared other) {
            return new Compared(tracks + other.tracks, missing + other.missing, astray + other.astray);
        }
    }

    /** Compares both tracks of each. */
    Compared compare(List<LateJourney> journeys) {
        Compared all = new Compared(0, 0, 0);
        for (LateJourney journey : journeys) {
            List<PhoneFix> second = new ArrayList<>(journey.ofSecond());
            second.add(journey.here());
            all = all.plus(compare(journey.first(), journey.ofFirst())).plus(compare(journey.second(), second));
        }
        return all;
    }

    private Compared compare(LoadTrip trip, List<PhoneFix> sent) {
        Set<Long> expected = sent.stream().map(PhoneFix::recordedMillis).collect(Collectors.toSet());
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
