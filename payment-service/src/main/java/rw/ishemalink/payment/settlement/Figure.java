package rw.ishemalink.payment.settlement;

import rw.ishemalink.payment.ledger.Account;
import rw.ishemalink.payment.ledger.Transfer.Kind;

/** What one kind of transfers did to an account on a day, in whole francs. */
public record Figure(Account account, Kind kind, long debits, long credits) {}
