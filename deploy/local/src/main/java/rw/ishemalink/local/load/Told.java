package rw.ishemalink.local.load;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import rw.ishemalink.schemas.booking.BookingChange;

/** What clients were told is done: each must be found in the database, whatever happened to it. */
public final class Told {

    /** One answer: that change of that booking is done. */
    private record Answer(String bookingId, String change, Instant at) {}

    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

    /**
     * What was found.
     *
     * @param answers how many were told
     * @param lost how many of them the database does not know
     * @param span from the first lost answer to the disaster: the recovery point
     */
    public record Found(long answers, long lost, Duration span) {}

    /** A request to that path was granted with that answer. */
    public void granted(String path, String body) {
        Instant now = Instant.now();
        if (path.equals("/api/bookings")) {
            answers.add(new Answer(idIn(body), BookingChange.CREATED.name(), now));
        } else {
            String[] words = path.split("/", -1);
            answers.add(new Answer(words[3], change(words[4]).name(), now));
        }
    }

    private static BookingChange change(String verb) {
        return switch (verb) {
            case "confirm" -> BookingChange.CONFIRMED;
            case "assign" -> BookingChange.ASSIGNMENT_REQUESTED;
            case "pickup" -> BookingChange.PICKED_UP;
            case "deliver" -> BookingChange.DELIVERED;
            default -> throw new IllegalArgumentException("no request ends with " + verb);
        };
    }

    static String idIn(String body) {
        int begin = body.indexOf("\"bookingId\":\"") + "\"bookingId\":\"".length();
        return body.substring(begin, begin + 36);
    }

    /** How many there are. */
    public long count() {
        return answers.size();
    }

    /** Compares what was told with what the database knows. */
    Found compare(Database booking, Instant disaster) {
        return compare(
                new HashSet<>(
                        booking.list("select booking_id || change from booking_transition", row -> row.getString(1))),
                disaster);
    }

    /** The same; each change that is known is the booking's id and the change's name. */
    Found compare(Set<String> known, Instant disaster) {
        List<Answer> lost = answers.stream()
                .filter(answer -> !known.contains(answer.bookingId() + answer.change()))
                .toList();
        Duration span = lost.stream()
                .map(answer -> Duration.between(answer.at(), disaster))
                .reduce(Duration.ZERO, (a, b) -> a.compareTo(b) > 0 ? a : b);
        return new Found(answers.size(), lost.size(), span);
    }
}
