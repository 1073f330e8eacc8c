package rw.ishemalink.simulators.ebm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Every answer of a device; {@code resultDt} is yyyyMMddHHmmss in Kigali. */
public record Envelope(
        String resultCd,
        String resultMsg,
        String resultDt,
        @Nullable Object data) {

    public static Envelope of(ResultCode code, Instant now, @Nullable Object data) {
        return new Envelope(code.code(), code.message(), EbmTime.dateTime(now), data);
    }

    public static Envelope refusal(ResultCode code, String detail, Instant now, @Nullable Object data) {
        String message = detail.isEmpty() ? code.message() : code.message() + ": " + detail;
        return new Envelope(code.code(), message, EbmTime.dateTime(now), data);
    }
}
