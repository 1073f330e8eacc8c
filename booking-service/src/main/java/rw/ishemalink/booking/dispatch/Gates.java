package rw.ishemalink.booking.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import rw.ishemalink.booking.fleet.Driver;

/**
 * Whether work may be offered to a driver. Invariant: the gates are asked in the order of {@link Gate}, and the first
 * that refuses is the answer.
 *
 * @param now at which moment
 * @param freshPosition how old a position may be
 */
public record Gates(Instant now, Duration freshPosition) {

    /** A licence is valid until the end of its last day, in Rwanda. */
    private static final ZoneId KIGALI = ZoneId.of("Africa/Kigali");

    private static final List<Rule> RULES = List.of(
            new Rule(Gate.OFF_DUTY, (_, asked) -> !asked.driver().onDuty()),
            new Rule(Gate.SUSPENDED, (_, asked) -> !asked.driver().active()),
            new Rule(Gate.POSITION_STALE, (gates, asked) -> gates.isStale(asked.fix())),
            new Rule(Gate.DRIVING_LICENCE_EXPIRED, (gates, asked) -> gates.hasExpired(asked.driver())),
            new Rule(Gate.DRIVING_CATEGORY_MISSING, (_, asked) -> !mayDrive(asked.driver())),
            new Rule(Gate.VEHICLE_KIND_UNFIT, (_, asked) -> !asked.needs()
                    .suits(asked.driver().vehicleKind())),
            new Rule(Gate.VEHICLE_TOO_SMALL, (_, asked) -> !asked.needs()
                    .fit(asked.driver().capacityKg())),
            new Rule(Gate.BUSY, (_, asked) -> asked.ties().busy()),
            new Rule(Gate.ALREADY_REFUSED, (_, asked) -> asked.ties().refusedBefore()),
            new Rule(Gate.DISPATCH_REFUSED, (_, asked) -> asked.ties().dispatchRefused()));

    private record Rule(Gate gate, BiPredicate<Gates, Asked> refuses) {}

    /** Who is asked, for what. */
    public record Asked(Driver driver, Fix fix, Needs needs, Ties ties) {}

    /** The first gate that refuses; empty if work may be offered. */
    public Optional<Gate> findRefusal(Asked asked) {
        return RULES.stream()
                .filter(rule -> rule.refuses().test(this, asked))
                .map(Rule::gate)
                .findFirst();
    }

    private boolean isStale(Fix fix) {
        return fix.recordedAt().isBefore(now.minus(freshPosition));
    }

    private boolean hasExpired(Driver driver) {
        return now.atZone(KIGALI).toLocalDate().isAfter(driver.licenceValidUntil());
    }

    private static boolean mayDrive(Driver driver) {
        return driver.vehicleKind().mayBeDrivenWith(driver.licenceCategories());
    }
}
