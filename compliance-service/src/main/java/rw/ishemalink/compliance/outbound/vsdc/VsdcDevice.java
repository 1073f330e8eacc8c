package rw.ishemalink.compliance.outbound.vsdc;

import static rw.ishemalink.compliance.outbound.vsdc.Envelope.required;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.compliance.outbound.NoReplyException;
import rw.ishemalink.compliance.receipt.DeviceAnswer;
import rw.ishemalink.compliance.receipt.DeviceAnswer.Done;
import rw.ishemalink.compliance.receipt.DeviceAnswer.Unavailable;
import rw.ishemalink.compliance.receipt.DeviceIdentity;
import rw.ishemalink.compliance.receipt.FiscalDevice;
import rw.ishemalink.compliance.receipt.Sale;
import rw.ishemalink.compliance.receipt.SignedSale;
import rw.ishemalink.compliance.receipt.StockMovement;

/** The VSDC as a fiscal device. */
@ApplicationScoped
public class VsdcDevice implements FiscalDevice {

    private static final String ALREADY_INSTALLED = "902";

    private final VsdcLine line;
    private final VsdcForms forms;
    private final InitRequest init;

    VsdcDevice(VsdcLine line, ComplianceConfig config) {
        this.line = line;
        ComplianceConfig.Seller seller = config.seller();
        this.forms = new VsdcForms(seller.tin(), seller.branch(), seller.name());
        this.init = new InitRequest(seller.tin(), seller.branch(), config.vsdc().deviceSerial());
    }

    /** {@code /initializer/selectInitInfo}. */
    private record InitRequest(String tin, String bhfId, String dvcSrlNo) {}

    /** An installed device answers 902; some add the info all the same, and only with it we know whose numbers go on. */
    @Override
    public DeviceAnswer<DeviceIdentity> initialise() {
        return call(() -> {
            Envelope envelope = line.post("/initializer/selectInitInfo", init);
            boolean known = envelope.resultCode().equals(ALREADY_INSTALLED)
                    && envelope.data().path("info").isObject();
            return known ? new Done<>(identity(envelope.data())) : envelope.toAnswer(VsdcDevice::identity);
        });
    }

    @Override
    public DeviceAnswer<SignedSale> saveSales(Sale sale) {
        return call(() -> line.post("/trnsSales/saveSales", forms.sales(sale)).toAnswer(VsdcDevice::signedSale));
    }

    @Override
    public DeviceAnswer<StockMovement> saveStockItems(StockMovement movement) {
        return call(
                () -> line.post("/stock/saveStockItems", forms.stock(movement)).toAnswer(_ -> movement));
    }

    private static <T> DeviceAnswer<T> call(Supplier<DeviceAnswer<T>> call) {
        try {
            return call.get();
        } catch (NoReplyException e) {
            return new Unavailable<>(String.valueOf(e.getMessage()));
        }
    }

    /** One of RRA's documents spells sdicId. */
    private static DeviceIdentity identity(JsonNode data) {
        JsonNode info = required(data, "info");
        JsonNode sdcId = info.has("sdicId") ? info.get("sdicId") : required(info, "sdcId");
        return new DeviceIdentity(
                sdcId.asText(),
                required(info, "mrcNo").asText(),
                info.path("lastSaleRcptNo").asLong(),
                Math.max(
                        info.path("lastInvcNo").asLong(),
                        info.path("lastSaleInvcNo").asLong()));
    }

    private static SignedSale signedSale(JsonNode data) {
        return new SignedSale(
                required(data, "rcptNo").asLong(),
                required(data, "totRcptNo").asLong(),
                required(data, "intrlData").asText(),
                required(data, "rcptSign").asText(),
                VsdcTime.parse(required(data, "vsdcRcptPbctDate").asText()),
                required(data, "sdcId").asText(),
                required(data, "mrcNo").asText());
    }
}
