package rw.ishemalink.compliance.receipt;

/**
 * Why nothing will come of a receipt by itself.
 *
 * @param code the authority's result code; NO_SALE where there is nothing that could be credited
 * @param text code and the authority's words
 */
record ParkingCause(String code, String text) {

    static final ParkingCause NO_SALE = new ParkingCause("NO_SALE", "the sale has no receipt that could be credited");
    static final ParkingCause FOREIGN_NUMBER = new ParkingCause("994", "994: another sale has this invoice number");

    static ParkingCause of(DeviceAnswer.Refused<?> refusal) {
        return new ParkingCause(refusal.code(), refusal.code() + " " + refusal.message());
    }
}
