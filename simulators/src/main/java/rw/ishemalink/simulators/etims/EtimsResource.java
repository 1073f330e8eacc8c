package rw.ishemalink.simulators.etims;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
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

/** What changes the books of an OSCU. Of PIN, branch and key in the headers, and of the stock's path: our reading. */
@Path("/etims")
@Tag(name = "KRA eTIMS")
@Outside(OutsideSystem.ETIMS)
public class EtimsResource {

    private final Devices devices;
    private final Till till;

    public EtimsResource(Devices devices, Till till) {
        this.devices = devices;
        this.till = till;
    }

    @POST
    @Path("/saveTrnsSalesOsdc")
    @Operation(summary = "Save a sale or a credit note and get its receipt")
    public Envelope saveSales(
            @RestHeader("tin") @Nullable String pin,
            @RestHeader("bhfId") @Nullable String branch,
            @RestHeader("cmcKey") @Nullable String cmcKey,
            @Nullable SalesRequest body) {
        Device device = device(pin, branch, cmcKey);
        return till.done(OnlineReceipt.of(till.sell(device, Requests.required(body), Authority.KRA)));
    }

    @POST
    @Path("/insertStockIO")
    @Operation(summary = "Save a stock movement; that of a sale only after the sale")
    public Envelope insertStockIo(
            @RestHeader("tin") @Nullable String pin,
            @RestHeader("bhfId") @Nullable String branch,
            @RestHeader("cmcKey") @Nullable String cmcKey,
            Requests.@Nullable StockItems body) {
        till.move(device(pin, branch, cmcKey), Requests.required(body));
        return till.done(null);
    }

    private Device device(@Nullable String pin, @Nullable String branch, @Nullable String cmcKey) {
        if (pin == null || branch == null || cmcKey == null) {
            throw new EbmRefusal(ResultCode.NO_HEADER, "tin, bhfId and cmcKey are headers");
        }
        Device device = devices.get(Model.OSCU, pin, branch);
        if (!device.hasKey(cmcKey)) {
            throw new EbmRefusal(ResultCode.INVALID_DEVICE, "cmcKey is wrong");
        }
        return device;
    }
}
