package rw.ishemalink.booking.lifecycle;

/**
 * The taxpayer that buys the transport, for a receipt that it can deduct (RRA VSDC: custTin, custNm, prcOrdCd).
 *
 * @param tin taxpayer identification number, 9 digits
 * @param purchaseCode 6 characters that RRA gave the buyer for this one purchase; whoever has it can spend it
 */
public record Buyer(String tin, String name, String purchaseCode) {

    /** Never name or code: this text reaches logs. */
    @Override
    public String toString() {
        return "Buyer[…]";
    }
}
