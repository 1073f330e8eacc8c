package rw.ishemalink.booking.desk.api;

import static rw.ishemalink.kit.problem.ProblemException.badRequest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.desk.Lens;
import rw.ishemalink.booking.desk.store.Period;
import rw.ishemalink.booking.desk.store.Search;
import rw.ishemalink.booking.lifecycle.BookingStatus;
import rw.ishemalink.booking.quote.Commodity;
import rw.ishemalink.booking.quote.District;
import rw.ishemalink.booking.quote.Gazetteer;
import rw.ishemalink.booking.terms.BookingKind;

/** What a list of bookings is narrowed by, as text, so that a wrong one is told what to mend. */
public record SearchParameters(
        @Parameter(description = "Look as SENDER, DRIVER, OPERATOR, CUSTOMS or STAFF; else as all that you are")
        @RestQuery
        @Nullable
        String as,

        @RestQuery @Nullable String status,

        @RestQuery @Nullable String kind,

        @RestQuery @Nullable String trackingCode,

        @Parameter(description = "Of a mixed load the heaviest", example = "irish-potatoes") @RestQuery @Nullable
        String commodity,

        @Parameter(description = "Code or name", example = "Nyamagabe") @RestQuery @Nullable
        String originDistrict,

        @Parameter(description = "Code or name") @RestQuery @Nullable
        String destinationDistrict,

        @RestQuery @Nullable String driverId,

        @Parameter(description = "Inclusive", example = "2026-11-20T00:00:00Z") @RestQuery @Nullable
        String createdFrom,

        @Parameter(description = "Exclusive") @RestQuery @Nullable
        String createdTo,

        @Parameter(description = "Inclusive") @RestQuery @Nullable
        String scheduledFrom,

        @Parameter(description = "Exclusive") @RestQuery @Nullable
        String scheduledTo,

        @Parameter(description = "true: only those that wait longer than they should; staff only") @RestQuery @Nullable
        String stuck,

        @Parameter(description = "1 to 100; 20 if absent") @RestQuery @Nullable
        String limit,

        @Parameter(description = "The next of the page before") @RestQuery @Nullable
        String after) {

    private static final int DEFAULT_LIMIT = 20;
    private static final int LARGEST_LIMIT = 100;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final Pattern TRACKING_CODE = Pattern.compile("ISH-[0-9A-HJKMNP-TV-Z]{8}");

    /** How many bookings a page has. */
    int pageSize() {
        Integer size = read("limit", limit, "1–" + LARGEST_LIMIT, SearchParameters::size);
        return size == null ? DEFAULT_LIMIT : size;
    }

    boolean isStuck() {
        return Boolean.TRUE.equals(read("stuck", stuck, "true, false", SearchParameters::bool));
    }

    /** The search, for one more than the page has: that one tells that there is a next page. */
    Search read(Gazetteer gazetteer) {
        return new Search(
                one("as", as, Lens.values()),
                one("status", status, BookingStatus.values()),
                one("kind", kind, BookingKind.values()),
                read("trackingCode", trackingCode, "ISH-7K2M9QXT", SearchParameters::trackingCode),
                commodity == null ? null : commodity(gazetteer, commodity),
                originDistrict == null ? null : district(gazetteer, originDistrict),
                destinationDistrict == null ? null : district(gazetteer, destinationDistrict),
                read("driverId", driverId, "UUID", SearchParameters::id),
                new Period(time("createdFrom", createdFrom), time("createdTo", createdTo)),
                new Period(time("scheduledFrom", scheduledFrom), time("scheduledTo", scheduledTo)),
                isStuck(),
                after == null ? null : Cursor.read(after),
                pageSize() + 1);
    }

    private static <T> @Nullable T read(
            String name, @Nullable String text, String expected, Function<String, Optional<T>> reader) {
        return text == null ? null : reader.apply(text).orElseThrow(() -> badRequest("bad-parameter", name, expected));
    }

    private static <E extends Enum<E>> @Nullable E one(String name, @Nullable String text, E[] values) {
        String expected = Arrays.stream(values).map(Enum::name).collect(Collectors.joining(", "));
        return read(name, text, expected, wanted -> Arrays.stream(values)
                .filter(one -> one.name().equals(wanted))
                .findFirst());
    }

    private static @Nullable Instant time(String name, @Nullable String text) {
        return read(name, text, "2026-11-20T07:00:00Z", SearchParameters::time);
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text))
                    .filter(time -> time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR)
                    .map(OffsetDateTime::toInstant);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> size(String text) {
        try {
            return Optional.of(Integer.valueOf(text)).filter(size -> size >= 1 && size <= LARGEST_LIMIT);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Boolean> bool(String text) {
        return text.equals("true") || text.equals("false") ? Optional.of(Boolean.valueOf(text)) : Optional.empty();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> trackingCode(String text) {
        return Optional.of(text.strip().toUpperCase(Locale.ROOT))
                .filter(code -> TRACKING_CODE.matcher(code).matches());
    }

    private static String district(Gazetteer gazetteer, String wanted) {
        return gazetteer
                .findDistrict(wanted)
                .map(District::code)
                .orElseThrow(() -> badRequest("unknown-district", wanted));
    }

    private static String commodity(Gazetteer gazetteer, String wanted) {
        return gazetteer
                .findCommodity(wanted)
                .map(Commodity::code)
                .orElseThrow(() -> badRequest(
                        "unknown-commodity",
                        wanted,
                        gazetteer.commodities().stream().map(Commodity::code).collect(Collectors.joining(", "))));
    }
}
