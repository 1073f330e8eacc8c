package rw.ishemalink.payment.outbound;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import rw.ishemalink.payment.collecting.ProviderUnavailableException;
import rw.ishemalink.payment.collecting.StatementLine;
import rw.ishemalink.payment.collecting.StatementLine.Kind;
import rw.ishemalink.payment.collecting.StatementLine.Status;

/**
 * A provider's settlement file of one day. Neither provider documents an API or a form for it; this CSV is ours, and what a
 * portal gives is brought into it. A line that cannot be read makes the whole file unreadable: half a statement would show
 * differences that are none.
 */
public final class StatementFile {

    static final String HEADER = "reference,transaction_id,kind,amount,fee,status,at";

    private static final int COLUMNS = 7;

    private StatementFile() {}

    /** Fetches and reads {@code <url>/<day>.csv} with basic credentials. */
    public static List<StatementLine> fetch(
            JsonHttp http, Optional<URI> url, LocalDate day, String user, String password, Duration timeout) {
        URI place = url.orElseThrow(() -> ProviderUnavailableException.notSent("no place for settlement files is set"));
        String credentials =
                Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return read(http.read(HttpRequest.newBuilder(URI.create(place + "/" + day + ".csv"))
                .timeout(timeout)
                .header("Authorization", "Basic " + credentials)
                .build()));
    }

    static List<StatementLine> read(String csv) {
        List<String> lines = csv.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            throw new ProviderUnavailableException("the statement does not begin with " + HEADER);
        }
        return lines.stream().skip(1).map(StatementFile::line).toList();
    }

    private static StatementLine line(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != COLUMNS) {
            throw unreadable();
        }
        try {
            return new StatementLine(
                    cells[0],
                    cells[1],
                    Kind.valueOf(cells[2]),
                    Long.parseLong(cells[3]),
                    Long.parseLong(cells[4]),
                    Status.valueOf(cells[5]),
                    Instant.parse(cells[6]));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw unreadable();
        }
    }

    private static ProviderUnavailableException unreadable() {
        return new ProviderUnavailableException("the statement has a line that cannot be read");
    }
}
