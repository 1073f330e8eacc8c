package rw.ishemalink.payment.ledger.seal;

import java.util.UUID;
import rw.ishemalink.payment.ledger.Account;
import rw.ishemalink.payment.ledger.Entry;

/** An entry with its id. */
record BookedEntry(long entryId, Entry entry) {

    private static final String NOBODY = "-";

    static BookedEntry read(String line) {
        String[] words = line.split(" ", -1);
        return new BookedEntry(
                Long.parseLong(words[0]),
                new Entry(
                        Account.valueOf(words[1]),
                        words[2].equals(NOBODY) ? null : UUID.fromString(words[2]),
                        Entry.Side.valueOf(words[3]),
                        Long.parseLong(words[4])));
    }
}
