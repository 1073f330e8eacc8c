package rw.ishemalink.analytics.cube;

import java.util.Optional;
import rw.ishemalink.analytics.facts.Facts;

/** By what bookings can be told apart. */
public enum Dimension {
    /** CARGO_DOMESTIC, CARGO_INTERNATIONAL, RIDE or TICKET. */
    KIND,
    /** MTN or AIRTEL. */
    PROVIDER,
    OPERATOR,
    DRIVER,
    COMMODITY,
    /** E.g. RW-25; a country abroad. */
    ORIGIN,
    DESTINATION,
    /** H3, resolution 7, of where it begins. */
    ORIGIN_CELL,
    /** 0 … 167: hours since Monday, midnight, of when it was booked, in Kigali. */
    HOUR_OF_WEEK;

    /** The booking's value, if it has one. */
    Optional<String> find(Facts facts) {
        return switch (this) {
            case KIND -> Optional.of(facts.kind());
            case PROVIDER -> Optional.ofNullable(facts.provider());
            case OPERATOR -> Optional.ofNullable(facts.operatorId()).map(Object::toString);
            case DRIVER -> Optional.ofNullable(facts.driverId()).map(Object::toString);
            case COMMODITY -> Optional.ofNullable(facts.commodity());
            case ORIGIN -> Optional.of(facts.origin().code());
            case DESTINATION -> Optional.of(facts.destination().code());
            case ORIGIN_CELL -> Optional.ofNullable(facts.originCell()).map(Long::toHexString);
            case HOUR_OF_WEEK -> Optional.of(Integer.toString(facts.hourOfWeek()));
        };
    }
}
