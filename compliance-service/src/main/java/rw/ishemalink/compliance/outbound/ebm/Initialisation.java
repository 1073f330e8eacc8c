package rw.ishemalink.compliance.outbound.ebm;

import static rw.ishemalink.compliance.outbound.ebm.Envelope.required;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.receipt.DeviceAnswer;
import rw.ishemalink.compliance.receipt.DeviceAnswer.Done;
import rw.ishemalink.compliance.receipt.DeviceIdentity;
import rw.ishemalink.compliance.receipt.DeviceKind;
import rw.ishemalink.compliance.receipt.Seller;

/** The first call to a device, which tells who it is and how far it has counted. */
public final class Initialisation {

    private static final String ALREADY_INSTALLED = "902";

    private Initialisation() {}

    private record Request(String tin, String bhfId, String dvcSrlNo) {}

    /** An installed device answers 902; some add the info all the same, and only with it we know whose numbers go on. */
    public static DeviceAnswer<DeviceIdentity> ask(EbmCalls calls, String path, Seller seller) {
        return calls.asked(path, new Request(seller.tin(), seller.branch(), seller.serial()), envelope -> {
            boolean known = envelope.resultCode().equals(ALREADY_INSTALLED)
                    && envelope.data().path("info").isObject();
            return known
                    ? new Done<>(identity(envelope.data(), seller))
                    : envelope.toAnswer(data -> identity(data, seller));
        });
    }

    /** One of RRA's documents spells sdicId. A device at our side needs no key of the line, so we keep none. */
    private static DeviceIdentity identity(JsonNode data, Seller seller) {
        JsonNode info = required(data, "info");
        JsonNode sdcId = info.has("sdicId") ? info.get("sdicId") : required(info, "sdcId");
        return new DeviceIdentity(
                sdcId.asText(),
                required(info, "mrcNo").asText(),
                info.path("lastSaleRcptNo").asLong(),
                Math.max(
                        info.path("lastInvcNo").asLong(),
                        info.path("lastSaleInvcNo").asLong()),
                seller.kind() == DeviceKind.VSDC ? null : key(info));
    }

    private static @Nullable String key(JsonNode info) {
        String key = info.path("cmcKey").asText("");
        return key.isEmpty() ? null : key;
    }
}
