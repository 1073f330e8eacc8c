package rw.ishemalink.simulators.vsdc;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.WorldClock;
import rw.ishemalink.simulators.faults.Outside;
import rw.ishemalink.simulators.faults.OutsideSystem;

/** What changes the books: sales, stock movements, stock left; in this order. */
@Path("/vsdc")
@Tag(name = "RRA VSDC")
@Outside(OutsideSystem.VSDC)
public class VsdcResource {

    private final Devices devices;
    private final Contact contact;
    private final SalesForm salesForm;
    private final StockForm stockForm;
    private final WorldClock clock;

    public VsdcResource(Devices devices, Contact contact, SalesForm salesForm, StockForm stockForm, WorldClock clock) {
        this.devices = devices;
        this.contact = contact;
        this.salesForm = salesForm;
        this.stockForm = stockForm;
        this.clock = clock;
    }

    @POST
    @Path("/trnsSales/saveSales")
    @Operation(summary = "Save a sale or a refund and get its receipt")
    public Envelope saveSales(@Nullable SalesRequest body) {
        SalesRequest sale = required(body);
        Device device = devices.get(sale.tin(), sale.bhfId());
        salesForm.check(sale);
        contact.requireRecent();
        return Envelope.of(ResultCode.SUCCEEDED, clock.instant(), device.issue(sale, clock.instant()));
    }

    @POST
    @Path("/stock/saveStockItems")
    @Operation(summary = "Save a stock movement; that of a sale only after the sale")
    public Envelope saveStockItems(Requests.@Nullable StockItems body) {
        Requests.StockItems movement = required(body);
        Device device = devices.get(movement.tin(), movement.bhfId());
        stockForm.check(movement);
        device.move(
                Check.required("sarNo", movement.sarNo()),
                Check.required("sarTyCd", movement.sarTyCd()),
                StockForm.itemCodes(movement));
        return Envelope.of(ResultCode.SUCCEEDED, clock.instant(), null);
    }

    @POST
    @Path("/stockMaster/saveStockMaster")
    @Operation(summary = "Save what is left of one item; only after its movement")
    public Envelope saveStockMaster(Requests.@Nullable StockMaster body) {
        Requests.StockMaster rest = required(body);
        Device device = devices.get(rest.tin(), rest.bhfId());
        Check.required("rsdQty", rest.rsdQty());
        device.requireMoved(Check.text("itemCd", rest.itemCd(), 20));
        return Envelope.of(ResultCode.SUCCEEDED, clock.instant(), null);
    }

    static <T> T required(@Nullable T body) {
        if (body == null) {
            throw new VsdcRefusal(ResultCode.NO_BODY);
        }
        return body;
    }
}
