package rw.ishemalink.simulators.ebm;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import rw.ishemalink.simulators.WorldClock;

/**
 * Installs devices. An installed one answers 902, and still gives its info: the receipt whose reply was lost (994) can only be
 * found by the last numbers told here. Another serial number for the same branch is 901.
 */
@ApplicationScoped
public class Installer {

    private final Devices devices;
    private final ReceiptSigner signer;
    private final WorldClock clock;

    public Installer(Devices devices, ReceiptSigner signer, WorldClock clock) {
        this.devices = devices;
        this.signer = signer;
        this.clock = clock;
    }

    /** Installs the device of the branch, or tells of the installed one. */
    public Envelope install(Model model, Requests.Init question) {
        String tin = Check.taxpayer("tin", question.tin(), model.authority());
        String branch = Check.digits("bhfId", question.bhfId(), 2);
        String serial = Check.text("dvcSrlNo", question.dvcSrlNo(), 100);
        synchronized (devices) {
            Optional<Device> known = devices.find(model, tin, branch);
            if (known.isEmpty()) {
                return answer(ResultCode.SUCCEEDED, devices.install(model, tin, branch, serial));
            }
            if (!known.get().identity().dvcSrlNo().equals(serial)) {
                throw new EbmRefusal(ResultCode.INVALID_DEVICE, "the branch has a device of another dvcSrlNo");
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
