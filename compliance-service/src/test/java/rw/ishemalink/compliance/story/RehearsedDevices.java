package rw.ishemalink.compliance.story;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.outbound.device.WiredDevices;
import rw.ishemalink.compliance.receipt.DeviceRow;
import rw.ishemalink.compliance.receipt.FiscalDevice;
import rw.ishemalink.compliance.receipt.FiscalDevices;

/** The devices on the wire, unless a test has the platform's played by another one. */
@Alternative
@Priority(1)
@ApplicationScoped
class RehearsedDevices implements FiscalDevices {

    private static final String OURS = "999900001";

    private final WiredDevices onTheWire;
    private volatile @Nullable FiscalDevice played;

    RehearsedDevices(WiredDevices onTheWire) {
        this.onTheWire = onTheWire;
    }

    void isPlayedBy(FiscalDevice device) {
        played = device;
    }

    void isOnTheWire() {
        played = null;
    }

    @Override
    public FiscalDevice get(DeviceRow device) {
        FiscalDevice now = played;
        return now != null && device.tin().equals(OURS) ? now : onTheWire.get(device);
    }
}
