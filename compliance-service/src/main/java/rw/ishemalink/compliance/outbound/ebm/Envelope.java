package rw.ishemalink.compliance.outbound.ebm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import rw.ishemalink.compliance.outbound.NoReplyException;
import rw.ishemalink.compliance.receipt.DeviceAnswer;
import rw.ishemalink.compliance.receipt.DeviceAnswer.Done;
import rw.ishemalink.compliance.receipt.DeviceAnswer.Duplicate;
import rw.ishemalink.compliance.receipt.DeviceAnswer.NotInstalled;
import rw.ishemalink.compliance.receipt.DeviceAnswer.Refused;
import rw.ishemalink.compliance.receipt.DeviceAnswer.Unavailable;

/** Every answer of a device: the authority's result code, its words, and data under success. */
public record Envelope(String resultCode, String message, JsonNode data) {

    /**
     * What the result code means for us. 894, 896, 899 and 999 are trouble on RRA's side or between: the same call may go
     * through later. What is left is a fault in the request, which no resend mends.
     */
    public <T> DeviceAnswer<T> toAnswer(Function<JsonNode, T> read) {
        return switch (resultCode) {
            case "000", "00", "0000" -> new Done<>(read.apply(data));
            case "994", "924" -> new Duplicate<>();
            case "901" -> new NotInstalled<>();
            case "894", "896", "899", "999" -> new Unavailable<>(resultCode + " " + message);
            default -> new Refused<>(resultCode, message);
        };
    }

    /**
     * A field that RRA promises.
     *
     * @throws NoReplyException when it is not there: then we do not know what the device did
     */
    public static JsonNode required(JsonNode data, String field) {
        JsonNode value = data.path(field);
        if (value.isMissingNode() || value.isNull()) {
            throw new NoReplyException("the answer lacks " + field);
        }
        return value;
    }
}
