package rw.ishemalink.local.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Requests for new bookings as the field sends them: potatoes, coffee, milk between districts, exports and moto rides,
 * by some hundred senders; one in twenty sends an action again. The same for each run: the random numbers are seeded.
 */
final class BookingRequests {

    private static final int SENDERS = 200;
    private static final int REPEATED_PERCENT = 5;
    /** Of so many of the last ones some are sent again; all of a million would fill the memory. */
    private static final int REMEMBERED = 10_000;

    private static final List<String> JOURNEYS = List.of(
            cargo("Nyamagabe", "Nyarugenge", "irish-potatoes", 1_200),
            cargo("Musanze", "Gasabo", "irish-potatoes", 3_000),
            cargo("Nyagatare", "Kicukiro", "fresh-milk", 800),
            cargo("Rusizi", "Muhanga", "cement", 5_000),
            export("Huye", "UG", "Gatuna", "coffee", 6_000),
            export("Rwamagana", "TZ", "Rusumo", "avocado", 2_500),
            ride(-1.9441, 30.0619, -1.9706, 30.1044),
            ride(-1.9536, 30.0606, -1.9300, 30.1200));

    private final SplittableRandom random = new SplittableRandom(20_261_121);
    private final List<String> tokens = new ArrayList<>();
    private final List<LoadRequest> remembered = new ArrayList<>();
    private long distinct;

    BookingRequests(TokenMint mint) {
        for (int i = 0; i < SENDERS; i++) {
            tokens.add(mint.tokenOf(new UUID(random.nextLong(), random.nextLong()), "+25078%07d".formatted(i)));
        }
    }

    /** The next request; never ends. */
    Optional<LoadRequest> next() {
        if (!remembered.isEmpty() && random.nextInt(100) < REPEATED_PERCENT) {
            return Optional.of(remembered.get(random.nextInt(remembered.size())));
        }
        UUID syncId = new UUID(random.nextLong(), random.nextLong());
        String journey = JOURNEYS.get(random.nextInt(JOURNEYS.size()));
        LoadRequest request = new LoadRequest(
                "/api/bookings", tokens.get(random.nextInt(SENDERS)), journey + ",\"syncId\":\"" + syncId + "\"}");
        remember(request);
        return Optional.of(request);
    }

    private void remember(LoadRequest request) {
        if (remembered.size() < REMEMBERED) {
            remembered.add(request);
        } else {
            remembered.set((int) (distinct % REMEMBERED), request);
        }
        distinct++;
    }

    /** How many different bookings were asked for so far. */
    long distinct() {
        return distinct;
    }

    private static String cargo(String from, String to, String commodity, long kilograms) {
        return """
                {"journey":{"kind":"CARGO_DOMESTIC","origin":{"district":"%s"},"destination":{"district":"%s"},\
                "commodity":"%s","weightKg":%d,"packages":10},"receiver":{"name":"Uwase","phone":"+250788123456"}""".formatted(from, to, commodity, kilograms);
    }

    private static String export(String from, String country, String border, String commodity, long kilograms) {
        return """
                {"journey":{"kind":"CARGO_INTERNATIONAL","origin":{"district":"%s"},"destination":{"country":"%s"},\
                "borderPost":"%s","commodity":"%s","weightKg":%d,"packages":100},\
                "consignee":{"name":"Kampala Traders","address":"Plot 7, Kampala"}""".formatted(from, country, border, commodity, kilograms);
    }

    private static String ride(double fromLatitude, double fromLongitude, double toLatitude, double toLongitude) {
        return """
                {"journey":{"kind":"RIDE","origin":{"latitude":%s,"longitude":%s},\
                "destination":{"latitude":%s,"longitude":%s}}""".formatted(fromLatitude, fromLongitude, toLatitude, toLongitude);
    }
}
