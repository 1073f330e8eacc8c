package rw.ishemalink.compliance.receipt;

/** RRA's fiscal device of the seller's branch. Calls are remote: never inside a database transaction. */
public interface FiscalDevice {

    /** Installs it, or asks an installed one for its identity and last numbers. */
    DeviceAnswer<DeviceIdentity> initialise();

    /** Has a sale or refund signed. */
    DeviceAnswer<SignedSale> saveSales(Sale sale);

    /** Tells it of the movement that follows a sale. */
    DeviceAnswer<StockMovement> saveStockItems(StockMovement movement);
}
