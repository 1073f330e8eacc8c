package rw.ishemalink.simulators.ebm;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.Bounded;

/** The devices installed since the start, one of each model for each branch. */
@ApplicationScoped
public class Devices {

    private static final int LIMIT = 10_000;

    private final Bounded<String, Device> byBranch = new Bounded<>(LIMIT);
    private final ReceiptSigner signer;
    private int installed;

    public Devices(ReceiptSigner signer) {
        this.signer = signer;
    }

    Optional<Device> find(Model model, String tin, String bhfId) {
        return byBranch.find(model + tin + bhfId);
    }

    /** The device of the branch, or 901. */
    public Device get(Model model, @Nullable String tin, @Nullable String bhfId) {
        return find(model, Check.taxpayer("tin", tin, model.authority()), Check.text("bhfId", bhfId, 2))
                .orElseThrow(() -> new EbmRefusal(ResultCode.INVALID_DEVICE, "initialise it first"));
    }

    /** Installs a device; sdcId has 12 characters, mrcNo 3 letters, 2 and 6 digits. */
    synchronized Device install(Model model, String tin, String bhfId, String serialNumber) {
        installed++;
        Device.Identity identity = new Device.Identity(
                tin, bhfId, serialNumber, "SDC01%07d".formatted(installed), "ISH01%06d".formatted(installed));
        Device device = new Device(identity, signer, model.authority().zone());
        byBranch.put(model + tin + bhfId, device);
        return device;
    }
}
