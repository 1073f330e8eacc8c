package rw.ishemalink.simulators.ebm;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * 921, sales data which is declared cannot be received. Our reading: VAT of a month is declared by the 15th of the next one
 * (law 049/2023), and a sale dated in a month that was declared comes too late.
 */
final class Declared {

    private static final int DECLARED_BY = 15;

    private Declared() {}

    static void refuse(LocalDate sold, Instant now, Authority authority) {
        LocalDate today = LocalDate.ofInstant(now, authority.zone());
        YearMonth open = YearMonth.from(today).minusMonths(today.getDayOfMonth() > DECLARED_BY ? 0 : 1);
        if (YearMonth.from(sold).isBefore(open)) {
            throw new EbmRefusal(ResultCode.DECLARED, "the month of salesDt has been declared");
        }
    }
}
