package rw.ishemalink.compliance.receipt;

import rw.ishemalink.compliance.casefile.BookingKind;

/**
 * The services that are sold, as items in RRA's sense. Code: country of origin, product type 3 (service), packaging NT (net),
 * quantity unit U (piece), 7 digits. Class: 10 digits on UNSPSC, 78101800 road cargo transport, 78111800 road passenger
 * transport.
 */
public enum TransportItem {
    CARGO("3NTU0000001", "7810180000", "Road cargo transport"),
    EXPORT("3NTU0000002", "7810180000", "Road cargo transport, international"),
    RIDE("3NTU0000003", "7811180000", "Passenger ride"),
    TICKET("3NTU0000004", "7811180000", "Passenger seat");

    private final String code;
    private final String itemClass;
    private final String printedName;

    TransportItem(String code, String itemClass, String printedName) {
        this.code = code;
        this.itemClass = itemClass;
        this.printedName = printedName;
    }

    public static TransportItem of(BookingKind service) {
        return switch (service) {
            case CARGO_DOMESTIC -> CARGO;
            case CARGO_INTERNATIONAL -> EXPORT;
            case RIDE -> RIDE;
            case TICKET -> TICKET;
        };
    }

    /** With the country that the service comes from, ISO 3166-1 alpha-2. */
    public String code(String country) {
        return country + code;
    }

    public String itemClass() {
        return itemClass;
    }

    public String printedName() {
        return printedName;
    }
}
