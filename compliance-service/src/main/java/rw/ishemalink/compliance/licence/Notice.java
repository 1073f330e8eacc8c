package rw.ishemalink.compliance.licence;

import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Something that holders are told of a licence.
 *
 * @param daysLeft on EXPIRING 30, 7 or 1; else null
 * @param after what has been told once this has
 */
public record Notice(Change change, @Nullable Integer daysLeft, Told after) {

    /** What can happen to a licence. */
    public enum Change {
        RECORDED,
        EXPIRING,
        EXPIRED,
        SUSPENDED,
        REVOKED,
        REINSTATED
    }

    /** How a licence stands on a day. */
    public enum Standing {
        VALID,
        SUSPENDED,
        REVOKED,
        EXPIRED;

        /** Of a licence; a status of the clerk's is graver than the calendar. */
        static Standing of(Licence licence, LocalDate today) {
            return switch (licence.status()) {
                case SUSPENDED -> SUSPENDED;
                case REVOKED -> REVOKED;
                case VALID -> licence.isGoodOn(today) ? VALID : EXPIRED;
            };
        }
    }

    /**
     * What has been told of a licence; all null when nothing has.
     *
     * @param days the last warning of that period
     */
    public record Told(
            @Nullable Standing standing,
            @Nullable LocalDate until,
            @Nullable Integer days) {

        /** Nothing yet. */
        public static final Told NOTHING = new Told(null, null, null);
    }

    private static final int[] WARN_AT_DAYS = {1, 7, 30};

    /** What is to be told next; null when everything has been told. Once each per licence and period. */
    public static @Nullable Notice next(Licence licence, Told told, LocalDate today) {
        Standing standing = Standing.of(licence, today);
        boolean samePeriod = licence.validUntil().equals(told.until());
        if (standing != told.standing() || !samePeriod) {
            Told after = new Told(standing, licence.validUntil(), samePeriod ? told.days() : null);
            return new Notice(changeTo(standing, told.standing()), null, after);
        }
        OptionalInt warning = warning(licence, today);
        boolean due = standing == Standing.VALID
                && warning.isPresent()
                && (told.days() == null || told.days() > warning.getAsInt());
        return due
                ? new Notice(
                        Change.EXPIRING,
                        warning.getAsInt(),
                        new Told(standing, licence.validUntil(), warning.getAsInt()))
                : null;
    }

    /** The next day on which there is something to tell, if nothing else happens; null when there is none. */
    public static @Nullable LocalDate nextDay(Licence licence, LocalDate today) {
        if (Standing.of(licence, today) != Standing.VALID) {
            return null;
        }
        LocalDate until = licence.validUntil();
        return IntStream.of(30, 7, 1, -1)
                .mapToObj(until::minusDays)
                .filter(day -> day.isAfter(today))
                .findFirst()
                .orElse(null);
    }

    private static OptionalInt warning(Licence licence, LocalDate today) {
        return IntStream.of(WARN_AT_DAYS)
                .filter(days -> !today.isBefore(licence.validUntil().minusDays(days)))
                .findFirst();
    }

    private static Change changeTo(Standing standing, @Nullable Standing before) {
        return switch (standing) {
            case VALID -> before == null || before == Standing.VALID ? Change.RECORDED : Change.REINSTATED;
            case SUSPENDED -> Change.SUSPENDED;
            case REVOKED -> Change.REVOKED;
            case EXPIRED -> Change.EXPIRED;
        };
    }
}
