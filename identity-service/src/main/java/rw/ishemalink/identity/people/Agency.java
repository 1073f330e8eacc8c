package rw.ishemalink.identity.people;

/** Agencies of the state whose officials and systems are known here. */
public enum Agency {
    /** Rwanda Revenue Authority. */
    RRA,
    /** Rwanda Utilities Regulatory Authority. */
    RURA,
    /** National Bank of Rwanda. */
    BNR,
    /** Ministry of Trade and Industry. */
    MINICOM,
    /** Customs, within RRA. */
    CUSTOMS,
    /** East African Community, Single Customs Territory. */
    EAC
}
