package rw.ishemalink.local.load;

import io.vertx.core.buffer.Buffer;
import java.util.List;

/**
 * A whole HTTP/1.1 request of a phone.
 *
 * @param bytes as they go over the line
 * @param fixes what it brings, as {@link FixLedger#key} has it
 */
record PhoneRequest(Buffer bytes, List<Long> fixes) {}
