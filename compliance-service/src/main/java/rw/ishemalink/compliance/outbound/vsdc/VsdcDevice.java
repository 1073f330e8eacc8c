package rw.ishemalink.compliance.outbound.vsdc;

import static rw.ishemalink.compliance.outbound.ebm.Envelope.required;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.Map;
import rw.ishemalink.compliance.outbound.ebm.EbmCalls;
import rw.ishemalink.compliance.outbound.ebm.EbmForms;
import rw.ishemalink.compliance.outbound.ebm.EbmLine;
import rw.ishemalink.compliance.outbound.ebm.EbmTime;
import rw.ishemalink.compliance.outbound.ebm.Initialisation;
import rw.ishemalink.compliance.receipt.DeviceAnswer;
import rw.ishemalink.compliance.receipt.DeviceIdentity;
import rw.ishemalink.compliance.receipt.FiscalDevice;
import rw.ishemalink.compliance.receipt.Sale;
import rw.ishemalink.compliance.receipt.Seller;
import rw.ishemalink.compliance.receipt.SignedSale;
import rw.ishemalink.compliance.receipt.StockMovement;

/** The VSDC as a fiscal device. */
public final class VsdcDevice implements FiscalDevice {

    private final Seller seller;
    private final EbmCalls calls;
    private final EbmForms forms;
    private final ZoneId zone;

    public VsdcDevice(EbmLine line, Seller seller) {
        this.seller = seller;
        this.calls = new EbmCalls(line, seller.url(), Map.of());
        this.forms = new EbmForms(seller, null);
        this.zone = seller.jurisdiction().zone();
    }

    @Override
    public DeviceAnswer<DeviceIdentity> initialise() {
        return Initialisation.ask(calls, "/initializer/selectInitInfo", seller);
    }

    @Override
    public DeviceAnswer<SignedSale> saveSales(Sale sale) {
        return calls.call("/trnsSales/saveSales", forms.sales(sale), this::signedSale);
    }

    @Override
    public DeviceAnswer<StockMovement> saveStockItems(StockMovement movement) {
        return calls.call("/stock/saveStockItems", forms.stock(movement), _ -> movement);
    }

    private SignedSale signedSale(JsonNode data) {
        return new SignedSale(
                required(data, "rcptNo").asLong(),
                required(data, "totRcptNo").asLong(),
                required(data, "intrlData").asText(),
                required(data, "rcptSign").asText(),
                EbmTime.parse(required(data, "vsdcRcptPbctDate").asText(), zone),
                required(data, "sdcId").asText(),
                required(data, "mrcNo").asText());
    }
}
