package rw.ishemalink.compliance.outbound.device;

import rw.ishemalink.compliance.receipt.DeviceAnswer;
import rw.ishemalink.compliance.receipt.DeviceAnswer.Unavailable;
import rw.ishemalink.compliance.receipt.DeviceIdentity;
import rw.ishemalink.compliance.receipt.FiscalDevice;
import rw.ishemalink.compliance.receipt.Sale;
import rw.ishemalink.compliance.receipt.SignedSale;
import rw.ishemalink.compliance.receipt.StockMovement;

/** A device that still has work and is in no settings any more: it is away until somebody configures it again. */
record UnknownDevice(String tin, String branch) implements FiscalDevice {

    @Override
    public DeviceAnswer<DeviceIdentity> initialise() {
        return away();
    }

    @Override
    public DeviceAnswer<SignedSale> saveSales(Sale sale) {
        return away();
    }

    @Override
    public DeviceAnswer<StockMovement> saveStockItems(StockMovement movement) {
        return away();
    }

    private <T> DeviceAnswer<T> away() {
        return new Unavailable<>("no seller is configured for %s/%s".formatted(tin, branch));
    }
}
