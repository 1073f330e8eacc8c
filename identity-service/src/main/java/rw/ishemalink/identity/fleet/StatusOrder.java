package rw.ishemalink.identity.fleet;

/** What staff may say of a driver's status. */
public enum StatusOrder {
    /** May work again, once the papers are checked anew: nobody is made ACTIVE by hand. */
    ACTIVE,
    /** May not work. */
    SUSPENDED
}
