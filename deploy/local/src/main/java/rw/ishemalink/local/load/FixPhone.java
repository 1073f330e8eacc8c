package rw.ishemalink.local.load;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.function.IntFunction;
import rw.ishemalink.local.load.FixText.PhoneFix;

/** How a driver's phone writes what it sends. */
@FunctionalInterface
interface FixPhone {

    /** The request of that driver's phone. */
    Buffer request(int driver, List<PhoneFix> fixes);

    /** The driver's app, with the driver's token. */
    static FixPhone app(IntFunction<String> tokens) {
        return (driver, fixes) -> {
            String body = FixText.json(fixes);
            return Buffer.buffer("POST /api/tracking/positions HTTP/1.1\r\nHost: load\r\nAuthorization: Bearer "
                    + tokens.apply(driver)
                    + "\r\nContent-Type: application/json\r\nContent-Length: "
                    + body.length()
                    + "\r\n\r\n"
                    + body);
        };
    }

    /** The Traccar Client, with a key for each device; one fix a request. */
    static FixPhone traccar(IntFunction<String> keys) {
        return (driver, fixes) -> Buffer.buffer("POST /api/tracking/devices/osmand?"
                + FixText.osmand(keys.apply(driver), fixes.getFirst())
                + " HTTP/1.1\r\nHost: load\r\nContent-Length: 0\r\n\r\n");
    }
}
