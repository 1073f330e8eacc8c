package rw.ishemalink.simulators.osdc;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.ebm.Authority;
import rw.ishemalink.simulators.ebm.Device;
import rw.ishemalink.simulators.ebm.Devices;
import rw.ishemalink.simulators.ebm.EbmRefusal;
import rw.ishemalink.simulators.ebm.Envelope;
import rw.ishemalink.simulators.ebm.Model;
import rw.ishemalink.simulators.ebm.OnlineReceipt;
import rw.ishemalink.simulators.ebm.Requests;
import rw.ishemalink.simulators.ebm.ResultCode;
import rw.ishemalink.simulators.ebm.SalesRequest;
import rw.ishemalink.simulators.ebm.Till;
import rw.ishemalink.simulators.faults.Outside;
import rw.ishemalink.simulators.faults.OutsideSystem;

/** What changes the books of a device on line; every body carries the key that the initialisation gave. */
@Path("/osdc")
@Tag(name = "RRA OSDC")
@Outside(OutsideSystem.OSDC)
public class OsdcResource {

    private final Devices devices;
    private final Till till;

    public OsdcResource(Devices devices, Till till) {
        this.devices = devices;
        this.till = till;
    }

    @POST
    @Path("/saveTrnsSalesOsdc")
    @Operation(summary = "Save a sale or a refund and get its receipt")
    public Envelope saveSales(@Nullable SalesRequest body) {
        SalesRequest sale = Requests.required(body);
        Device device = device(sale.tin(), sale.bhfId(), sale.cmcKey());
        return till.done(OnlineReceipt.of(till.sell(device, sale, Authority.RRA)));
    }

    @POST
    @Path("/insertStockIO")
    @Operation(summary = "Save a stock movement; that of a sale only after the sale")
    public Envelope insertStockIo(Requests.@Nullable StockItems body) {
        Requests.StockItems movement = Requests.required(body);
        till.move(device(movement.tin(), movement.bhfId(), movement.cmcKey()), movement);
        return till.done(null);
    }

    @POST
    @Path("/saveStockMaster")
    @Operation(summary = "Save what is left of one item; only after its movement")
    public Envelope saveStockMaster(Requests.@Nullable StockMaster body) {
        Requests.StockMaster rest = Requests.required(body);
        till.count(device(rest.tin(), rest.bhfId(), rest.cmcKey()), rest);
        return till.done(null);
    }

    private Device device(@Nullable String tin, @Nullable String bhfId, @Nullable String cmcKey) {
        Device device = devices.get(Model.OSDC, tin, bhfId);
        if (!device.hasKey(cmcKey)) {
            throw new EbmRefusal(ResultCode.INVALID_DEVICE, "cmcKey is missing or wrong");
        }
        return device;
    }
}
