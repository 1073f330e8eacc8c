package rw.ishemalink.compliance.licence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rw.ishemalink.compliance.licence.Licence.Status;
import rw.ishemalink.compliance.licence.Notice.Change;
import rw.ishemalink.compliance.licence.Notice.Told;

/** Every fact about a licence is told once for each period. */
class NoticeTest {

    private static final LocalDate UNTIL = LocalDate.of(2027, 3, 31);

    private Told told = Told.NOTHING;

    @Test
    void in_the_last_month_three_warnings_and_the_end_are_told_once_each_whenever_anybody_looks() {
        List<String> heard = new ArrayList<>();
        for (LocalDate day = UNTIL.minusDays(60); day.isBefore(UNTIL.plusDays(60)); day = day.plusDays(1)) {
            for (String one : look(valid(UNTIL), day)) {
                heard.add(one + " " + (UNTIL.toEpochDay() - day.toEpochDay()));
            }
        }

        assertThat(heard).containsExactly("RECORDED 60", "EXPIRING30 30", "EXPIRING7 7", "EXPIRING1 1", "EXPIRED -1");
    }

    @Test
    void who_looks_late_tells_the_warning_that_counts_now_and_none_of_the_missed() {
        look(valid(UNTIL), UNTIL.minusDays(40));

        assertThat(look(valid(UNTIL), UNTIL.minusDays(5))).containsExactly("EXPIRING7");
        assertThat(look(valid(UNTIL), UNTIL.plusDays(3))).containsExactly("EXPIRED");
    }

    @Test
    void on_its_last_day_it_is_still_valid() {
        assertThat(look(valid(UNTIL), UNTIL)).containsExactly("RECORDED", "EXPIRING1");
    }

    @Test
    void a_renewal_begins_a_period_with_warnings_of_its_own() {
        look(valid(UNTIL), UNTIL);
        LocalDate next = UNTIL.plusMonths(6);

        assertThat(look(valid(next), UNTIL)).containsExactly("RECORDED");
        assertThat(look(valid(next), next.minusDays(7))).containsExactly("EXPIRING7");
    }

    @Test
    void what_was_suspended_or_revoked_or_had_expired_and_is_good_again_is_reinstated() {
        LocalDate today = UNTIL.minusDays(100);
        look(valid(UNTIL), today);

        assertThat(look(with(Status.SUSPENDED), today)).containsExactly("SUSPENDED");
        assertThat(look(with(Status.SUSPENDED), today)).isEmpty();
        assertThat(look(with(Status.REVOKED), today)).containsExactly("REVOKED");
        assertThat(look(valid(UNTIL), today)).containsExactly("REINSTATED");
        assertThat(look(with(Status.SUSPENDED), today)).containsExactly("SUSPENDED");
        assertThat(look(valid(UNTIL), today)).containsExactly("REINSTATED");

        look(valid(UNTIL), UNTIL.plusDays(1));
        assertThat(look(valid(UNTIL.plusYears(1)), UNTIL.plusDays(1))).containsExactly("REINSTATED");
    }

    @Test
    void the_next_look_is_when_there_is_next_something_to_tell() {
        assertThat(next(UNTIL.minusDays(60))).isEqualTo(UNTIL.minusDays(30));
        assertThat(next(UNTIL.minusDays(30))).isEqualTo(UNTIL.minusDays(7));
        assertThat(next(UNTIL.minusDays(7))).isEqualTo(UNTIL.minusDays(1));
        assertThat(next(UNTIL.minusDays(1))).isEqualTo(UNTIL.plusDays(1));
        assertThat(next(UNTIL)).isEqualTo(UNTIL.plusDays(1));
        assertThat(next(UNTIL.plusDays(1))).isNull();
        assertThat(Notice.nextDay(with(Status.SUSPENDED), UNTIL.minusDays(60))).isNull();
    }

    private List<String> look(Licence licence, LocalDate today) {
        List<String> heard = new ArrayList<>();
        Notice notice = Notice.next(licence, told, today);
        while (notice != null) {
            heard.add(notice.change() + (notice.change() == Change.EXPIRING ? String.valueOf(notice.daysLeft()) : ""));
            told = notice.after();
            notice = Notice.next(licence, told, today);
        }
        return heard;
    }

    private static @Nullable LocalDate next(LocalDate today) {
        return Notice.nextDay(valid(UNTIL), today);
    }

    private static Licence valid(LocalDate until) {
        return new Licence("RURA-1", Status.VALID, until, null);
    }

    private static Licence with(Status status) {
        return new Licence("RURA-1", status, UNTIL, null);
    }
}
