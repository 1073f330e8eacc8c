package rw.ishemalink.compliance.receipt;

/**
 * The fiscal device of one branch, of whatever kind and authority. Calls are remote: never inside a database transaction.
 * What all of them have in common is what this port asks for: a sale is signed once for an invoice number of ours, in the
 * order in which we number; its stock movement follows; sent again it is a duplicate.
 */
public interface FiscalDevice {

    /** Installs it, or asks an installed one for its identity and last numbers. */
    DeviceAnswer<DeviceIdentity> initialise();

    /** Has a sale or refund signed. */
    DeviceAnswer<SignedSale> saveSales(Sale sale);

    /** Tells it of the movement that follows a sale. */
    DeviceAnswer<StockMovement> saveStockItems(StockMovement movement);
}
