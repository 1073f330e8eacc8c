package rw.ishemalink.compliance.receipt.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.casefile.Buyer;

/**
 * In whose name a refused sale is sent again.
 *
 * @param buyer null for a receipt that names nobody
 */
public record RetryRequest(@Valid @Nullable BuyerRequest buyer) {

    /**
     * The taxpayer that buys.
     *
     * @param purchaseCode RRA's, 6 characters, good for one sale
     */
    public record BuyerRequest(
            @NotNull @Pattern(regexp = "\\d{9}") String tin,
            @NotBlank @Size(max = 60) String name,
            @NotNull @Pattern(regexp = "[A-Za-z0-9]{6}") String purchaseCode) {}

    @Nullable
    Buyer toBuyer() {
        return buyer == null ? null : new Buyer(buyer.tin(), buyer.name(), buyer.purchaseCode());
    }
}
