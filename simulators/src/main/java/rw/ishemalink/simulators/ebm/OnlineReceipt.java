package rw.ishemalink.simulators.ebm;

/** {@code data} of a sale that a device on line saved: its numbers are texts, and it does not say who it is. */
public record OnlineReceipt(String curRcptNo, String totRcptNo, String intrlData, String rcptSign, String sdcDateTime) {

    public static OnlineReceipt of(IssuedReceipt receipt) {
        return new OnlineReceipt(
                Long.toString(receipt.rcptNo()),
                Long.toString(receipt.totRcptNo()),
                receipt.intrlData(),
                receipt.rcptSign(),
                receipt.vsdcRcptPbctDate());
    }
}
