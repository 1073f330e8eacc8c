package rw.ishemalink.compliance.outbound.online;

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

/** A device on line: the same forms as the VSDC, at other paths, with the cmcKey in every call after the first. */
public final class OnlineDevice implements FiscalDevice {

    private final Seller seller;
    private final DeviceRow device;
    private final EbmCalls calls;
    private final EbmForms forms;
    private final ZoneId zone;

    private OnlineDevice(Seller seller, DeviceRow device, EbmCalls calls, EbmForms forms) {
        this.seller = seller;
        this.device = device;
        this.calls = calls;
        this.forms = forms;
        this.zone = seller.jurisdiction().zone();
    }

    /**
     * RRA's OSDC, which wants the key in every body.
     *
     * @param device as it is on record, with the key of its line once it was initialised
     */
    public static OnlineDevice osdc(EbmLine line, Seller seller, DeviceRow device) {
        return new OnlineDevice(
                seller, device, new EbmCalls(line, seller.url(), Map.of()), new EbmForms(seller, device.cmcKey()));
    }

    /**
     * The OSCU of Kenya's eTIMS. Path of the sale, PIN, trdInvcNo, classes A to E and the words for success are as
     * described by those who use it. Our reading, as no specification was at hand: initialisation and stock have the paths
     * of RRA's OSDC; cmcKey goes as a header, with TIN and branch; the answer to a sale is the OSDC's.
     *
     * @param device as it is on record, with the key of its line once it was initialised
     */
    public static OnlineDevice etims(EbmLine line, Seller seller, DeviceRow device) {
        return new OnlineDevice(
                seller, device, new EbmCalls(line, seller.url(), headers(seller, device)), new EbmForms(seller, null));
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
