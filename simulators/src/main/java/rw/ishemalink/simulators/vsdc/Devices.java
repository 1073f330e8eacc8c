package rw.ishemalink.simulators.vsdc;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.Bounded;

/** The devices installed since the start, one for each branch. */
@ApplicationScoped
public class Devices {

    private static final int LIMIT = 10_000;

    private final Bounded<String, Device> byBranch = new Bounded<>(LIMIT);
    private final ReceiptSigner signer;
    private int installed;

    public Devices(ReceiptSigner signer) {
        this.signer = signer;
    }

    Optional<Device> find(String tin, String bhfId) {
        return byBranch.find(tin + bhfId);
    }

    /** The device of the branch, or 901. */
    Device get(@Nullable String tin, @Nullable String bhfId) {
        return find(Check.digits("tin", tin, 9), Check.text("bhfId", bhfId, 2))
                .orElseThrow(() -> new VsdcRefusal(ResultCode.INVALID_DEVICE, "initialise it first"));
    }

    /** Installs a device; sdcId has 12 characters, mrcNo 3 letters, 2 and 6 digits. */
    synchronized Device install(String tin, String bhfId, String serialNumber) {
        installed++;
        Device.Identity identity = new Device.Identity(
                tin, bhfId, serialNumber, "SDC01%07d".formatted(installed), "ISH01%06d".formatted(installed));
        Device device = new Device(identity, signer);
        byBranch.put(tin + bhfId, device);
        return device;
    }
}
