package rw.ishemalink.analytics.query.api;

import rw.ishemalink.analytics.cube.Measure;
import rw.ishemalink.analytics.cube.Sums;

/**
 * Money earned, in whole francs.
 *
 * @param bookings how many paid bookings it comes from
 * @param gross what was paid
 * @param vat the VAT inside it
 * @param net what is left when the VAT is paid
 * @param commission what the platform keeps of it, as far as it is shared out yet
 */
record Money(long bookings, long gross, long vat, long net, long commission) {

    static Money of(Sums sums) {
        return new Money(
                sums.get(Measure.BOOKINGS),
                sums.get(Measure.GROSS),
                sums.get(Measure.VAT),
                sums.net(),
                sums.get(Measure.COMMISSION));
    }
}
