package rw.ishemalink.simulators.ussd;

/** What a bad network does with one input. */
public enum NetworkFault {
    NONE,
    /** The callback never arrives. */
    LOST_REQUEST,
    /** The callback arrives, its answer does not. */
    LOST_ANSWER,
    /** The callback arrives twice; the second answer is shown. */
    REPEATED
}
