package rw.ishemalink.compliance.outbound.ebm;

import static rw.ishemalink.compliance.outbound.ebm.Envelope.required;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.Objects;
import rw.ishemalink.compliance.outbound.NoReplyException;
import rw.ishemalink.compliance.receipt.DeviceRow;
import rw.ishemalink.compliance.receipt.SignedSale;

/** What a device on line answers to a sale: its numbers as texts, and not who it is, which it told when initialised. */
public final class OnlineReceipt {

    private OnlineReceipt() {}

    /**
     * The receipt.
     *
     * @param device as it was initialised
     * @throws NoReplyException when something is missing: then we do not know what the device did
     */
    public static SignedSale read(JsonNode data, DeviceRow device, ZoneId zone) {
        return new SignedSale(
                number(data, "curRcptNo"),
                number(data, "totRcptNo"),
                required(data, "intrlData").asText(),
                required(data, "rcptSign").asText(),
                EbmTime.parse(required(data, "sdcDateTime").asText(), zone),
                Objects.requireNonNull(device.sdcId(), "sdcId"),
                Objects.requireNonNull(device.mrcNo(), "mrcNo"));
    }

    /** Seen as text in RRA's and KRA's samples, named a number in KRA's table: both are read. */
    private static long number(JsonNode data, String field) {
        String text = required(data, field).asText();
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new NoReplyException("the answer's " + field + " is no number");
        }
    }
}
