package rw.ishemalink.analytics.report;

import java.time.LocalDate;
import rw.ishemalink.analytics.cube.Aggregate;
import rw.ishemalink.analytics.cube.Period;

/** Where cells come from: the whole application's, on behalf of somebody who may see them. */
@FunctionalInterface
public interface Figures {

    /** Whose cells: those of all tenants. */
    String ALL_TENANTS = "*";

    /**
     * The cells of some days.
     *
     * @param tenant a tenant's name, or {@link #ALL_TENANTS}
     * @param finest of which period cells may be at the longest: DAY for a cell of each day, MONTH where whole months may
     *     come as one, ALL for all that ever was
     * @param from the first day, in Kigali
     * @param to the last day, included
     */
    Found ask(Aggregate aggregate, String tenant, Period finest, LocalDate from, LocalDate to);
}
