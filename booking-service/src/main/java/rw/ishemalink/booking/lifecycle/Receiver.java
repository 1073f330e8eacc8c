package rw.ishemalink.booking.lifecycle;

/**
 * Who takes the goods at the destination.
 *
 * @param phone +2507XXXXXXXX
 */
public record Receiver(String name, String phone) {

    /** Never the name or the phone: this text reaches logs. */
    @Override
    public String toString() {
        return "Receiver[]";
    }
}
