package rw.ishemalink.simulators.vsdc;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.WorldClock;
import rw.ishemalink.simulators.faults.Outside;
import rw.ishemalink.simulators.faults.OutsideSystem;

/**
 * Installs a device. An installed one answers 902, and still gives its info: the receipt whose reply was lost (994) can only be
 * found by the last numbers told here. Another serial number for the same branch is 901.
 */
@Path("/vsdc/initializer")
@Tag(name = "RRA VSDC")
@Outside(value = OutsideSystem.VSDC, counted = false)
public class InitializerResource {

    private final Devices devices;
    private final Contact contact;
    private final ReceiptSigner signer;
    private final WorldClock clock;

    public InitializerResource(Devices devices, Contact contact, ReceiptSigner signer, WorldClock clock) {
        this.devices = devices;
        this.contact = contact;
        this.signer = signer;
        this.clock = clock;
    }

    @POST
    @Path("/selectInitInfo")
    @Operation(summary = "Initialise the device of a branch")
    public Envelope init(Requests.@Nullable Init body) {
        Requests.Init question = VsdcResource.required(body);
        String tin = Check.digits("tin", question.tin(), 9);
        String branch = Check.digits("bhfId", question.bhfId(), 2);
        String serial = Check.text("dvcSrlNo", question.dvcSrlNo(), 100);
        contact.requireLine();
        synchronized (devices) {
            Optional<Device> known = devices.find(tin, branch);
            if (known.isEmpty()) {
                return answer(ResultCode.SUCCEEDED, devices.install(tin, branch, serial));
            }
            if (!known.get().identity().dvcSrlNo().equals(serial)) {
                throw new VsdcRefusal(ResultCode.INVALID_DEVICE, "the branch has a device of another dvcSrlNo");
            }
            return answer(ResultCode.ALREADY_INSTALLED, known.get());
        }
    }

    private Envelope answer(ResultCode code, Device device) {
        return Envelope.of(code, clock.instant(), Map.of("info", info(device)));
    }

    private InitInfo info(Device device) {
        Device.Identity identity = device.identity();
        return new InitInfo(
                identity.tin(),
                "TAXPAYER " + identity.tin(),
                "TRANSPORT",
                identity.bhfId(),
                "BRANCH " + identity.bhfId(),
                "20240101",
                "KIGALI CITY",
                "NYARUGENGE",
                "NYARUGENGE",
                "SIMULATED",
                identity.bhfId().equals("00") ? "Y" : "N",
                "MANAGER",
                "",
                "",
                identity.sdcId(),
                identity.mrcNo(),
                identity.dvcSrlNo(),
                signer.key("internal", identity.name()),
                signer.key("sign", identity.name()),
                signer.key("cmc", identity.name()),
                0,
                device.lastReceipt("S"),
                device.lastInvoice(),
                device.lastInvoice(),
                0,
                0,
                0);
    }
}
