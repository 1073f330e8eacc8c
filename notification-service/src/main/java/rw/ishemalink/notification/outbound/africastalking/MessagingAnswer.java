package rw.ishemalink.notification.outbound.africastalking;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of {@code POST /version1/messaging}, as Africa's Talking documents it; fields that we do not use are left out. */
@JsonIgnoreProperties(ignoreUnknown = true)
record MessagingAnswer(
        @JsonProperty("SMSMessageData") @Nullable Data data) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Data(
            @JsonProperty("Message") @Nullable String message,
            @JsonProperty("Recipients") @Nullable List<Entry> recipients) {}

    /** What became of the message to one number. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Entry(
            int statusCode,
            @Nullable String status,
            @Nullable String cost,
            @Nullable String messageId) {}
}
