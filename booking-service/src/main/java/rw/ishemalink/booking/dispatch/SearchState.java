package rw.ishemalink.booking.dispatch;

/** How a search stands. */
public enum SearchState {
    /** Offers are out, or will be. */
    SEARCHING,
    /** It pauses: nobody near may be asked, or enough were. */
    NOBODY_FOUND,
    /** Somebody took it or was asked otherwise, or the booking's life is over. */
    CLOSED
}
