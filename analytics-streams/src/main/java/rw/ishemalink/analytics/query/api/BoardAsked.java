package rw.ishemalink.analytics.query.api;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.cube.Period;
import rw.ishemalink.analytics.drivers.Board;
import rw.ishemalink.analytics.drivers.By;
import rw.ishemalink.kit.problem.ProblemException;

/** Which board of drivers is asked for, as the parameters of a request say. */
public final class BoardAsked {

    private static final String UUID_TEXT = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final int DISTRICT_DIGITS = 2;

    @Parameter(
            description =
                    "Most deliveries, most revenue, most stars a rating or most often on time; the last two of drivers"
                            + " with at least five ratings or promised arrivals: fewer say more of who rated than of the driver")
    @QueryParam("by")
    @DefaultValue("deliveries")
    @Pattern(regexp = "deliveries|revenue|rating|on-time")
    public String by = "deliveries";

    @Parameter(description = "Of a day, a month, or all that ever was")
    @QueryParam("period")
    @DefaultValue("all")
    @Pattern(regexp = "day|month|all")
    public String period = "all";

    @Parameter(description = "The day, or a day of the month, yyyy-MM-dd; today in Kigali when left out")
    @QueryParam("date")
    public @Nullable String date;

    @Parameter(description = "Only what was brought from that district: RW-25 or 25")
    @QueryParam("district")
    @Pattern(regexp = "(RW-)?[1-5][1-8]")
    public @Nullable String district;

    @Parameter(description = "Only what was driven for that operator; whoever runs a fleet sees that one's only")
    @QueryParam("operator")
    @Pattern(regexp = UUID_TEXT)
    public @Nullable String operator;

    @Parameter(description = "The own tenant when left out; * for everybody's (government, auditors, platform)")
    @QueryParam("tenant")
    public @Nullable String tenant;

    By by() {
        return By.valueOf(by.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    /** The operator asked for, if any. */
    @Nullable
    UUID operator() {
        return operator == null ? null : UUID.fromString(operator);
    }

    /**
     * The board, as far as the caller may see it.
     *
     * @throws ProblemException 400 when the date is no day
     */
    Board board(WhoseDrivers whose, Clock clock) {
        Period wanted = Period.valueOf(period.toUpperCase(Locale.ROOT));
        LocalDate day = day(clock);
        int begin =
                switch (wanted) {
                    case HOUR, DAY -> Period.begin(day);
                    case MONTH -> Period.begin(day.withDayOfMonth(1));
                    case ALL -> 0;
                };
        Board board = Board.of(whose.tenant(), wanted, begin);
        Board ofOperator =
                whose.operator().map(id -> board.drivenFor(id.toString())).orElse(board);
        return district == null
                ? ofOperator
                : ofOperator.from("RW-" + district.substring(district.length() - DISTRICT_DIGITS));
    }

    private LocalDate day(Clock clock) {
        return date == null ? LocalDate.now(clock.withZone(Period.KIGALI)) : Days.day(date);
    }
}
