package rw.ishemalink.analytics.query.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.customers.Behavior;
import rw.ishemalink.analytics.customers.Behavior.ActiveMonth;
import rw.ishemalink.analytics.customers.Behaviors;
import rw.ishemalink.analytics.customers.Cohorts;
import rw.ishemalink.analytics.query.CellAnswer;
import rw.ishemalink.analytics.query.Freshness;

/**
 * How customers come back.
 *
 * @param leastPeople smaller groups are not shown, nor what they could be found by
 * @param total of the cohorts that are shown
 */
record BehaviorAnswer(
        @JsonUnwrapped Freshness freshness, int leastPeople, String currency, All total, List<FirstPaid> cohorts) {

    BehaviorAnswer {
        cohorts = List.copyOf(cohorts);
    }

    /**
     * The cohorts that are shown, together.
     *
     * @param bookings null where one mode is asked for
     * @param bookingsPerPerson likewise
     * @param repeatShare which part paid for more than one booking, 0 … 1; null unless it is shown of each cohort
     */
    record All(
            long people,
            @Nullable Long bookings,
            @Nullable Double bookingsPerPerson,
            @Nullable Double repeatShare) {}

    /**
     * Those who first paid in a month.
     *
     * @param month yyyy-MM, in Kigali
     * @param bookings all that they paid for since; null where one mode is asked for
     * @param grossFrancs for how much; likewise
     * @param bookingsPerPerson likewise
     * @param repeatShare which part paid for more than one booking, 0 … 1; null where that would tell of few
     * @param active who paid in which later month; months of few people are left out
     */
    record FirstPaid(
            YearMonth month,
            long people,
            @Nullable Long bookings,
            @Nullable Long grossFrancs,
            @Nullable Double bookingsPerPerson,
            @Nullable Double repeatShare,
            List<Active> active) {

        FirstPaid {
            active = List.copyOf(active);
        }

        static FirstPaid of(Behavior.Cohort cohort) {
            return new FirstPaid(
                    cohort.firstMonth(),
                    cohort.people(),
                    orNull(cohort.bookings()),
                    orNull(cohort.grossFrancs()),
                    orNull(cohort.bookingsPerPerson()),
                    orNull(cohort.repeatShare()),
                    cohort.months().stream().map(Active::of).toList());
        }
    }

    /**
     * Who of a cohort paid in a month.
     *
     * @param monthsLater after the first, which is 0
     * @param share of the cohort, 0 … 1
     */
    record Active(int monthsLater, long people, double share) {

        static Active of(ActiveMonth month) {
            return new Active(month.monthsLater(), month.people(), Ratio.rounded(month.share()));
        }
    }

    static BehaviorAnswer of(CellAnswer answer, Optional<Mode> mode, Optional<YearMonth> month) {
        Behavior behavior = Behaviors.of(
                answer.cells(),
                mode.map(Mode::name).orElse(Cohorts.ALL_KINDS),
                first -> month.isEmpty() || month.get().equals(first));
        Behavior.Total total = behavior.total();
        return new BehaviorAnswer(
                answer.freshness(),
                Behaviors.LEAST_PEOPLE,
                RevenueAnswer.FRANC,
                new All(
                        total.people(),
                        orNull(total.bookings()),
                        orNull(total.bookingsPerPerson()),
                        orNull(total.repeatShare())),
                behavior.cohorts().stream().map(FirstPaid::of).toList());
    }

    private static @Nullable Long orNull(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }

    private static @Nullable Double orNull(OptionalDouble number) {
        return number.isPresent() ? Ratio.rounded(number.getAsDouble()) : null;
    }
}
