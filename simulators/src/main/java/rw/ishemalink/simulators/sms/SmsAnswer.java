package rw.ishemalink.simulators.sms;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** Africa's Talking answer, in its names. */
public record SmsAnswer(@JsonProperty("SMSMessageData") Data data) {

    /** Summary and one entry for each recipient. */
    public record Data(
            @JsonProperty("Message") String message,
            @JsonProperty("Recipients") List<Recipient> recipients) {}

    /** What became of the message to one number; {@code messageId} is "None" if it was not sent. */
    public record Recipient(int statusCode, String number, String status, String cost, String messageId) {}
}
