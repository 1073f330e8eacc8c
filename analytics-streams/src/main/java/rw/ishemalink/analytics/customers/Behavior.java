package rw.ishemalink.analytics.customers;

import java.time.YearMonth;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How customers come back, by the month in which they first bought. Only groups of {@link Behaviors#LEAST_PEOPLE} people
 * and more are in it, and none that can be found by subtracting one from another.
 *
 * @param total of the cohorts that are shown
 * @param cohorts the earliest first
 */
public record Behavior(Total total, List<Cohort> cohorts) {

    public Behavior {
        cohorts = List.copyOf(cohorts);
    }

    /**
     * All cohorts that are shown together.
     *
     * @param bookings empty where one kind is asked for
     * @param bookingsPerPerson likewise, and when there is nobody
     * @param repeatShare which part of them bought more than once, 0 … 1; empty unless it is shown of each cohort
     */
    public record Total(
            long people, OptionalLong bookings, OptionalDouble bookingsPerPerson, OptionalDouble repeatShare) {}

    /**
     * Those who first bought in a month.
     *
     * @param bookings all of theirs since; empty where one kind is asked for
     * @param grossFrancs what they paid, VAT included; likewise
     * @param bookingsPerPerson likewise
     * @param repeatShare which part of them bought more than once, 0 … 1; empty where it would tell of few
     * @param months the months in which enough of them bought, the earliest first
     */
    public record Cohort(
            YearMonth firstMonth,
            long people,
            OptionalLong bookings,
            OptionalLong grossFrancs,
            OptionalDouble bookingsPerPerson,
            OptionalDouble repeatShare,
            List<ActiveMonth> months) {

        public Cohort {
            months = List.copyOf(months);
        }
    }

    /**
     * Who bought in a month.
     *
     * @param monthsLater after their first
     * @param share which part of the cohort they are, 0 … 1
     */
    public record ActiveMonth(int monthsLater, long people, double share) {}
}
