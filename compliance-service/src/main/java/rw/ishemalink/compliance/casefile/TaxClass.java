package rw.ishemalink.compliance.casefile;

/** Tax types (RRA's code class 04; KRA's of the same letters mean the same). {@link Jurisdiction} knows their rates. */
public enum TaxClass {
    /** Exempt. */
    A,
    /** Standard rate. */
    B,
    /** Zero-rated or export. */
    C,
    /** Outside VAT. */
    D
}
