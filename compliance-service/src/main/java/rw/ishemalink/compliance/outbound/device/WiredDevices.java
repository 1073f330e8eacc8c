package rw.ishemalink.compliance.outbound.device;

import jakarta.enterprise.context.ApplicationScoped;
import rw.ishemalink.compliance.outbound.ebm.EbmLine;
import rw.ishemalink.compliance.outbound.online.OnlineDevice;
import rw.ishemalink.compliance.outbound.vsdc.VsdcDevice;
import rw.ishemalink.compliance.receipt.DeviceRow;
import rw.ishemalink.compliance.receipt.FiscalDevice;
import rw.ishemalink.compliance.receipt.FiscalDevices;
import rw.ishemalink.compliance.receipt.Seller;
import rw.ishemalink.compliance.receipt.Sellers;

/** The devices that the configured sellers have. */
@ApplicationScoped
public class WiredDevices implements FiscalDevices {

    private final EbmLine line;
    private final Sellers sellers;

    WiredDevices(EbmLine line, Sellers sellers) {
        this.line = line;
        this.sellers = sellers;
    }

    @Override
    public FiscalDevice get(DeviceRow device) {
        return sellers.find(device.tin(), device.branch())
                .map(seller -> wired(seller, device))
                .orElseGet(() -> new UnknownDevice(device.tin(), device.branch()));
    }

    private FiscalDevice wired(Seller seller, DeviceRow device) {
        return switch (seller.kind()) {
            case VSDC -> new VsdcDevice(line, seller);
            case OSDC -> OnlineDevice.osdc(line, seller, device);
            case ETIMS -> OnlineDevice.etims(line, seller, device);
        };
    }
}
