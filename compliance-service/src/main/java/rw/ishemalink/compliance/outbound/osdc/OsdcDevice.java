package rw.ishemalink.compliance.outbound.osdc;

import java.time.ZoneId;
import java.util.Map;
import rw.ishemalink.compliance.outbound.ebm.EbmCalls;
import rw.ishemalink.compliance.outbound.ebm.EbmForms;
import rw.ishemalink.compliance.outbound.ebm.EbmLine;
import rw.ishemalink.compliance.outbound.ebm.Initialisation;
import rw.ishemalink.compliance.outbound.ebm.OnlineReceipt;
import rw.ishemalink.compliance.receipt.DeviceAnswer;
import rw.ishemalink.compliance.receipt.DeviceAnswer.NotInstalled;
import rw.ishemalink.compliance.receipt.DeviceIdentity;
import rw.ishemalink.compliance.receipt.DeviceRow;
import rw.ishemalink.compliance.receipt.FiscalDevice;
import rw.ishemalink.compliance.receipt.Sale;
import rw.ishemalink.compliance.receipt.Seller;
import rw.ishemalink.compliance.receipt.SignedSale;
import rw.ishemalink.compliance.receipt.StockMovement;

/** The OSDC as a fiscal device: the same forms as the VSDC, at other paths, with the cmcKey in every body. */
public final class OsdcDevice implements FiscalDevice {

    private final Seller seller;
    private final DeviceRow device;
    private final EbmCalls calls;
    private final EbmForms forms;
    private final ZoneId zone;

    /**
     * The line to the device.
     *
     * @param device as it is on record, with the key of its line once it was initialised
     */
    public OsdcDevice(EbmLine line, Seller seller, DeviceRow device) {
        this.seller = seller;
        this.device = device;
        this.calls = new EbmCalls(line, seller.url(), Map.of());
        this.forms = new EbmForms(seller, device.cmcKey());
        this.zone = seller.jurisdiction().zone();
    }

    @Override
    public DeviceAnswer<DeviceIdentity> initialise() {
        return Initialisation.ask(calls, "/selectInitOsdcInfo", seller);
    }

    /** Without the key nothing is asked: the device would refuse it, and the sale would be parked. */
    @Override
    public DeviceAnswer<SignedSale> saveSales(Sale sale) {
        return device.cmcKey() == null
                ? new NotInstalled<>()
                : calls.call("/saveTrnsSalesOsdc", forms.sales(sale), data -> OnlineReceipt.read(data, device, zone));
    }

    @Override
    public DeviceAnswer<StockMovement> saveStockItems(StockMovement movement) {
        return device.cmcKey() == null
                ? new NotInstalled<>()
                : calls.call("/insertStockIO", forms.stock(movement), _ -> movement);
    }
}
