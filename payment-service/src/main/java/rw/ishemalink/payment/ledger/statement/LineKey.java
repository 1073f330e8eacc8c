package rw.ishemalink.payment.ledger.statement;

/** Where a line stands among those of its account: place of the transfer in the chain, then the entry. */
public record LineKey(long sequence, long entryId) {

    /** Before the first line. */
    public static final LineKey START = new LineKey(0, 0);
}
