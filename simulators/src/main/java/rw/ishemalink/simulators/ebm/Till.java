package rw.ishemalink.simulators.ebm;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.WorldClock;

/** What changes the books of a device: sales, stock movements, stock left; in this order. */
@ApplicationScoped
public class Till {

    private final SalesForm salesForm;
    private final StockForm stockForm;
    private final WorldClock clock;

    public Till(SalesForm salesForm, StockForm stockForm, WorldClock clock) {
        this.salesForm = salesForm;
        this.stockForm = stockForm;
        this.clock = clock;
    }

    /** Checks the form and gives the receipt. */
    public IssuedReceipt sell(Device device, SalesRequest sale, Authority authority) {
        salesForm.check(sale, authority);
        Declared.refuse(EbmTime.date(Check.required("salesDt", sale.salesDt())), clock.instant(), authority);
        return device.issue(sale, clock.instant());
    }

    /** Notes the movement; that of a sale only after the sale. */
    public void move(Device device, Requests.StockItems movement) {
        stockForm.check(movement);
        device.move(
                Check.required("sarNo", movement.sarNo()),
                Check.required("sarTyCd", movement.sarTyCd()),
                StockForm.itemCodes(movement));
    }

    /** Notes what is left of one item; only after its movement. */
    public void count(Device device, Requests.StockMaster rest) {
        Check.required("rsdQty", rest.rsdQty());
        device.requireMoved(Check.text("itemCd", rest.itemCd(), 20));
    }

    /** The answer to what was done. */
    public Envelope done(@Nullable Object data) {
        return Envelope.of(ResultCode.SUCCEEDED, clock.instant(), data);
    }
}
