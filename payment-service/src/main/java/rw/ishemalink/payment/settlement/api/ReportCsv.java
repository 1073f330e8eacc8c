package rw.ishemalink.payment.settlement.api;

import rw.ishemalink.payment.ledger.api.Csv;
import rw.ishemalink.payment.settlement.DayBooks;
import rw.ishemalink.payment.settlement.DayBooks.AccountDay;
import rw.ishemalink.payment.settlement.DayBooks.Summary;
import rw.ishemalink.payment.settlement.api.ReportView.ItemView;

/** Reports as CSV, for spreadsheets. */
final class ReportCsv {

    static final String ITEM_HEADER = Csv.line(
            "account",
            "party",
            "opening",
            "earned",
            "reversed",
            "paid",
            "corrected",
            "closing",
            "payout",
            "payoutAmount",
            "payoutStatus",
            "refused");

    private ReportCsv() {}

    static String item(ItemView item) {
        return Csv.line(
                item.account(),
                item.party(),
                item.opening(),
                item.earned(),
                item.reversed(),
                item.paid(),
                item.corrected(),
                item.closing(),
                item.payout(),
                item.payoutAmount(),
                item.payoutStatus(),
                item.refused());
    }

    /** A line for each account, then one for each figure. */
    static String books(DayBooks books) {
        StringBuilder csv = new StringBuilder(Csv.line("line", "opening", "debits", "credits", "closing"));
        for (AccountDay day : books.accounts()) {
            csv.append(Csv.line(day.account(), day.opening(), day.debits(), day.credits(), day.closing()));
        }
        csv.append(summary(books.summary()));
        csv.append(figure("difference", books.difference()));
        return csv.append(figure("unexplained", books.unexplained())).toString();
    }

    private static String summary(Summary summary) {
        return figure("gross", summary.gross())
                + figure("vat", summary.vat())
                + figure("netRevenue", summary.netRevenue())
                + figure("refundsOwed", summary.refundsOwed())
                + figure("lateMoney", summary.lateMoney())
                + figure("refundsPaid", summary.refundsPaid())
                + figure("commission", summary.commission())
                + figure("shares", summary.shares())
                + figure("payouts", summary.payouts())
                + figure("providerFees", summary.providerFees());
    }

    /** What is no account has its amount in the last column. */
    private static String figure(String name, long amount) {
        return Csv.line(name, null, null, null, amount);
    }
}
