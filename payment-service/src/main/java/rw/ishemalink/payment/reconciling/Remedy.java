package rw.ishemalink.payment.reconciling;

import java.util.List;
import rw.ishemalink.payment.ledger.Entry;

/** What a resolution does. */
public sealed interface Remedy {

    /** Takes what is in suspense to where it belongs. */
    record Books(List<Entry> entries) implements Remedy {}

    /** Takes back what was booked as unexplained, and books the attempt's money by the rules of late money. */
    record BooksLateMoney(List<Entry> takenBack) implements Remedy {}

    /** Books nothing: the provider mends it. */
    record Waits() implements Remedy {}

    /** Does not fit the case. */
    record DoesNotFit() implements Remedy {}
}
