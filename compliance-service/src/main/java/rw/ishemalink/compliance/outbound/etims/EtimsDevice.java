package rw.ishemalink.compliance.outbound.etims;

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

/**
 * The OSCU of eTIMS as a fiscal device. Path of the sale, PIN, trdInvcNo, classes A to E and the words for success are as
 * described by those who use it. Our reading, as no specification was at hand: initialisation and stock have the paths of
 * RRA's OSDC; cmcKey goes as a header, with TIN and branch; the answer to a sale is the OSDC's.
 */
public final class EtimsDevice implements FiscalDevice {

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
    public EtimsDevice(EbmLine line, Seller seller, DeviceRow device) {
        this.seller = seller;
        this.device = device;
        this.calls = new EbmCalls(line, seller.url(), headers(seller, device));
        this.forms = new EbmForms(seller, null);
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

    private static Map<String, String> headers(Seller seller, DeviceRow device) {
        String key = device.cmcKey();
        return key == null ? Map.of() : Map.of("tin", seller.tin(), "bhfId", seller.branch(), "cmcKey", key);
    }
}
