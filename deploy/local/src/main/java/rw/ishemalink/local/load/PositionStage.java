package rw.ishemalink.local.load;

/** What {@code load positions} does, in this order. */
public enum PositionStage {
    /** Phones that were out of reach bring 500 fixes a request; then until everybody who reads them is done. */
    BATCHES,
    /** Drivers' apps send one fix a request. */
    SINGLES,
    /** The same from Traccar Clients, each known by its key. */
    TRACCAR,
    /** One fix a request from more and more vehicles. */
    GROWTH,
    /** Viewers on WebSockets while fixes come at a steady rate. */
    LIVE,
    /** Service, broker and database are killed while fixes come. */
    KILLS,
    /** Phones come back after six hours, while others are watched. */
    LATE
}
