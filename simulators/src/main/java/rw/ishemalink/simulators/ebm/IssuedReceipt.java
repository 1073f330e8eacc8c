package rw.ishemalink.simulators.ebm;

/**
 * {@code data} of a saved sale.
 *
 * @param rcptNo number within its type
 * @param totRcptNo number over all types of the device
 */
public record IssuedReceipt(
        long rcptNo,
        String intrlData,
        String rcptSign,
        long totRcptNo,
        String vsdcRcptPbctDate,
        String sdcId,
        String mrcNo) {}
