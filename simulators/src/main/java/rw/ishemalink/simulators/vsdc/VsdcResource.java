package rw.ishemalink.simulators.vsdc;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.ebm.Authority;
import rw.ishemalink.simulators.ebm.Device;
import rw.ishemalink.simulators.ebm.Devices;
import rw.ishemalink.simulators.ebm.Envelope;
import rw.ishemalink.simulators.ebm.Model;
import rw.ishemalink.simulators.ebm.Requests;
import rw.ishemalink.simulators.ebm.SalesRequest;
import rw.ishemalink.simulators.ebm.Till;
import rw.ishemalink.simulators.faults.Outside;
import rw.ishemalink.simulators.faults.OutsideSystem;

/** What changes the books: sales, stock movements, stock left; in this order. */
@Path("/vsdc")
@Tag(name = "RRA VSDC")
@Outside(OutsideSystem.VSDC)
public class VsdcResource {

    private final Devices devices;
    private final Contact contact;
    private final Till till;

    public VsdcResource(Devices devices, Contact contact, Till till) {
        this.devices = devices;
        this.contact = contact;
        this.till = till;
    }

    @POST
    @Path("/trnsSales/saveSales")
    @Operation(summary = "Save a sale or a refund and get its receipt")
    public Envelope saveSales(@Nullable SalesRequest body) {
        SalesRequest sale = Requests.required(body);
        Device device = devices.get(Model.VSDC, sale.tin(), sale.bhfId());
        contact.requireRecent();
        return till.done(till.sell(device, sale, Authority.RRA));
    }

    @POST
    @Path("/stock/saveStockItems")
    @Operation(summary = "Save a stock movement; that of a sale only after the sale")
    public Envelope saveStockItems(Requests.@Nullable StockItems body) {
        Requests.StockItems movement = Requests.required(body);
        till.move(devices.get(Model.VSDC, movement.tin(), movement.bhfId()), movement);
        return till.done(null);
    }

    @POST
    @Path("/stockMaster/saveStockMaster")
    @Operation(summary = "Save what is left of one item; only after its movement")
    public Envelope saveStockMaster(Requests.@Nullable StockMaster body) {
        Requests.StockMaster rest = Requests.required(body);
        till.count(devices.get(Model.VSDC, rest.tin(), rest.bhfId()), rest);
        return till.done(null);
    }
}
