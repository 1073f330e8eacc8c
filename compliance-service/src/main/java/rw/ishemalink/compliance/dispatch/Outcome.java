package rw.ishemalink.compliance.dispatch;

/** How a rule came out. UNKNOWN is neither: the dispatch waits. */
public enum Outcome {
    MET,
    UNMET,
    UNKNOWN;

    static Outcome of(boolean met) {
        return met ? MET : UNMET;
    }
}
