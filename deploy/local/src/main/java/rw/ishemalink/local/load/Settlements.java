package rw.ishemalink.local.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** The settlement files of both providers, as the simulators give them: what moved today or yesterday in Rwanda. */
final class Settlements {

    private static final ZoneId KIGALI = ZoneId.of("Africa/Kigali");
    private static final String MTN = "7d0f4a3e-5b1c-4e2a-9a52-2f6f1c0b7e11:local-mtn-api-key";
    private static final String AIRTEL = "local-airtel-client:local-airtel-client-secret";

    private final URI simulators;
    private final HttpClient http = HttpClient.newHttpClient();

    Settlements(URI simulators) {
        this.simulators = simulators;
    }

    /**
     * Money that moved.
     *
     * @param reference ours; of a refund at Airtel that of the collection
     * @param amount whole francs
     * @param at when the provider decided
     */
    record Line(UUID reference, Kind kind, long amount, Instant at) {

        /** Which way the money went. */
        enum Kind {
            COLLECTION,
            REFUND,
            TRANSFER
        }

        /** What it added to what the provider holds for us. */
        long signedAmount() {
            return switch (kind) {
                case COLLECTION -> amount;
                case REFUND, TRANSFER -> -amount;
            };
        }
    }

    /** All that succeeded. */
    List<Line> listMoved() {
        List<Line> lines = new ArrayList<>();
        LocalDate today = LocalDate.now(KIGALI);
        for (LocalDate day : List.of(today.minusDays(1), today)) {
            read("/mtn/settlement/" + day + ".csv", MTN, lines);
            read("/airtel/settlement/" + day + ".csv", AIRTEL, lines);
        }
        return lines;
    }

    private void read(String path, String credentials, List<Line> lines) {
        HttpRequest request = HttpRequest.newBuilder(simulators.resolve(path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + ": " + answer.statusCode());
            }
            answer.body()
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .filter(cells -> cells[5].equals("SUCCEEDED"))
                    .forEach(cells -> lines.add(new Line(
                            reference(cells[0]),
                            Line.Kind.valueOf(cells[2]),
                            Long.parseLong(cells[3]),
                            Instant.parse(cells[6]))));
        } catch (IOException e) {
            throw new IllegalStateException("the simulators do not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Airtel takes references without hyphens. */
    private static UUID reference(String text) {
        return UUID.fromString(
                text.length() == 32 ? text.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5") : text);
    }
}
