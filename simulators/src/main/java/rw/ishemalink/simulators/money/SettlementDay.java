package rw.ishemalink.simulators.money;

import java.time.DateTimeException;
import java.time.LocalDate;
import rw.ishemalink.simulators.Problem;

/** The day in a path; of Rwanda. */
public final class SettlementDay {

    private SettlementDay() {}

    /** Refuses what is no day with 400. */
    public static LocalDate of(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Problem.refusal(400, "a day is written 2026-11-21");
        }
    }
}
