package rw.ishemalink.analytics.query;

/** From where a question may be answered. */
public enum Reading {
    /** From partitions on which an instance works. */
    ACTIVE,
    /** Also from copies that follow, for while a partition moves. */
    ANY
}
