package rw.ishemalink.booking.lifecycle;

/** Who receives an export; customs ask for it. Personal data: never in a log. */
public record Consignee(String name, String address) {

    @Override
    public String toString() {
        return "Consignee[…]";
    }
}
