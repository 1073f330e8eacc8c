package rw.ishemalink.analytics.cube;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.facts.Booked;
import rw.ishemalink.analytics.facts.Facts;
import rw.ishemalink.analytics.facts.PaymentFacts;

/** By what sums can be told apart. Each value is text without a NUL. */
public enum Dimension {
    /** CARGO_DOMESTIC, CARGO_INTERNATIONAL, RIDE or TICKET. */
    KIND,
    /** MTN or AIRTEL. */
    PROVIDER,
    /** Operator's id; "" for independent drivers. */
    OPERATOR,
    /** Driver's person id. */
    DRIVER,
    /** The catalogue's name, e.g. irish-potatoes. */
    COMMODITY,
    /** Where it begins: a district of Rwanda, e.g. RW-25, or a country. */
    ORIGIN,
    /** Where it ends, likewise. */
    DESTINATION,
    /** H3, resolution 7, in hexadecimal digits, of where it begins. */
    ORIGIN_CELL,
    /** 000 … 167: hours since Monday, midnight, of when it was booked, in Kigali. */
    HOUR_OF_WEEK,
    /** H3, resolution 8, in hexadecimal digits, of where a vehicle was. */
    TRAFFIC_CELL,
    /** The month in which a customer first paid, yyyy-MM. */
    FIRST_MONTH,
    /** How many months later it was, 00 … 99. */
    MONTHS_LATER,
    /** What is summed up for a country: the aggregate's own name and its group, e.g. ROUTES. */
    SUMMARY,
    /** What kind of summary, its group as one text. */
    SUMMARY_GROUP;

    private static final int HOURS_OF_A_DAY = 24;
    private static final int HOURS_OF_A_WEEK = 7 * HOURS_OF_A_DAY;

    /** 1970-01-01 was a Thursday. */
    private static final int MONDAY_TO_THURSDAY = 3 * HOURS_OF_A_DAY;

    @SuppressWarnings("ImmutableEnumChecker") // Made by toList, which nothing changes.
    private static final List<String> HOURS = IntStream.range(0, HOURS_OF_A_WEEK)
            .mapToObj(hour -> String.format(Locale.ROOT, "%03d", hour))
            .toList();

    /** The booking's value; empty where it has none, or where the value is not the booking's but a customer's or a vehicle's. */
    public Optional<String> find(Facts facts) {
        return switch (this) {
            case PROVIDER -> Optional.ofNullable(provider(facts));
            case KIND, OPERATOR, DRIVER, COMMODITY, ORIGIN, DESTINATION, ORIGIN_CELL, HOUR_OF_WEEK ->
                Optional.ofNullable(facts.booked()).map(this::of);
            case TRAFFIC_CELL, FIRST_MONTH, MONTHS_LATER, SUMMARY, SUMMARY_GROUP -> Optional.empty();
        };
    }

    private @Nullable String of(Booked booked) {
        return switch (this) {
            case KIND -> booked.kind();
            case OPERATOR -> text(booked.operatorId());
            case DRIVER -> text(booked.driverId());
            case COMMODITY -> booked.commodity();
            case ORIGIN -> booked.origin().code();
            case DESTINATION -> booked.destination().code();
            case ORIGIN_CELL -> booked.originCell() == null ? null : Long.toHexString(booked.originCell());
            case HOUR_OF_WEEK -> hourOfWeek(booked.createdAt());
            case PROVIDER, TRAFFIC_CELL, FIRST_MONTH, MONTHS_LATER, SUMMARY, SUMMARY_GROUP -> null;
        };
    }

    /** Whether the booking had and has the same value: quicker than to look at both. */
    boolean isSame(Facts before, Facts after) {
        if (this == PROVIDER) {
            return Objects.equals(provider(before), provider(after));
        }
        Booked one = before.booked();
        Booked other = after.booked();
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return switch (this) {
            case KIND -> one.kind().equals(other.kind());
            case OPERATOR -> Objects.equals(one.operatorId(), other.operatorId());
            case DRIVER -> Objects.equals(one.driverId(), other.driverId());
            case COMMODITY -> Objects.equals(one.commodity(), other.commodity());
            case ORIGIN -> one.origin().equals(other.origin());
            case DESTINATION -> one.destination().equals(other.destination());
            case ORIGIN_CELL -> Objects.equals(one.originCell(), other.originCell());
            case HOUR_OF_WEEK -> one.createdAt().equals(other.createdAt());
            case PROVIDER, TRAFFIC_CELL, FIRST_MONTH, MONTHS_LATER, SUMMARY, SUMMARY_GROUP -> true;
        };
    }

    private static @Nullable String provider(Facts facts) {
        PaymentFacts payment = facts.payment();
        return payment == null ? null : payment.provider();
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private static String hourOfWeek(Instant at) {
        return HOURS.get(Math.floorMod(Period.HOUR.begin(at) + MONDAY_TO_THURSDAY, HOURS_OF_A_WEEK));
    }
}
