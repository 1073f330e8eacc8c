package rw.ishemalink.payment.ledger;

/** What an account's entries add up to, in whole francs. Each only grows, but for what is pending. */
public record Counters(long debitsPosted, long creditsPosted, long debitsPending, long creditsPending) {

    public static final Counters ZERO = new Counters(0, 0, 0, 0);

    /** With one more entry. */
    public Counters plus(Phase phase, Entry entry) {
        return switch (phase) {
            case DIRECT -> posted(entry, 1);
            case RESERVE -> pending(entry, 1);
            case POST -> posted(entry, 1).pending(entry, -1);
            case VOID -> pending(entry, -1);
        };
    }

    private Counters posted(Entry entry, int sign) {
        return switch (entry.side()) {
            case DEBIT ->
                new Counters(debitsPosted + sign * entry.amount(), creditsPosted, debitsPending, creditsPending);
            case CREDIT ->
                new Counters(debitsPosted, creditsPosted + sign * entry.amount(), debitsPending, creditsPending);
        };
    }

    private Counters pending(Entry entry, int sign) {
        return switch (entry.side()) {
            case DEBIT ->
                new Counters(debitsPosted, creditsPosted, debitsPending + sign * entry.amount(), creditsPending);
            case CREDIT ->
                new Counters(debitsPosted, creditsPosted, debitsPending, creditsPending + sign * entry.amount());
        };
    }

    /** Debits less credits: assets and expenses positive, liabilities and income negative. */
    public long balance() {
        return debitsPosted - creditsPosted;
    }

    /** What the balance would change by if every open reservation were posted. */
    public long pending() {
        return debitsPending - creditsPending;
    }

    /** Of a liability: what is owed and not reserved to be paid out; negative when too much was paid. */
    public long availableRwf() {
        return creditsPosted - debitsPosted - debitsPending;
    }
}
