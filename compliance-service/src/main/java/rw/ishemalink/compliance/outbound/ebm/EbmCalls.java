package rw.ishemalink.compliance.outbound.ebm;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import rw.ishemalink.compliance.outbound.NoReplyException;
import rw.ishemalink.compliance.receipt.DeviceAnswer;
import rw.ishemalink.compliance.receipt.DeviceAnswer.Unavailable;

/**
 * Calls to one device, each as what it came to.
 *
 * @param url of the device, without a trailing slash
 * @param headers of every call
 */
public record EbmCalls(EbmLine line, URI url, Map<String, String> headers) {

    public EbmCalls {
        headers = Map.copyOf(headers);
    }

    /** Calls and reads what came back under success; no reply is no failure. */
    public <T> DeviceAnswer<T> call(String path, Object body, Function<JsonNode, T> read) {
        return asked(path, body, envelope -> envelope.toAnswer(read));
    }

    <T> DeviceAnswer<T> asked(String path, Object body, Function<Envelope, DeviceAnswer<T>> read) {
        try {
            return read.apply(line.post(URI.create(url + path), headers, body));
        } catch (NoReplyException e) {
            return new Unavailable<>(String.valueOf(e.getMessage()));
        }
    }
}
