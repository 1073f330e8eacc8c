package rw.ishemalink.booking.desk.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rw.ishemalink.booking.lifecycle.Buyer;
import rw.ishemalink.booking.terms.Text;

/** The taxpayer that buys; whole or not at all. */
public record BuyerRequest(
        @Schema(description = "Taxpayer identification number, 9 digits", examples = "100000001")
        @NotNull
        @Pattern(regexp = "\\d{9}")
        String tin,

        @Schema(description = "Name as on the receipt")
        @NotBlank
        @Size(max = 60) // RRA VSDC 1.0.5, custNm.
        @Pattern(regexp = Text.PRINTABLE)
        String name,

        @Schema(description = "RRA's purchase code, 6 letters or digits, good for one sale", examples = "A1B2C3")
        @NotNull
        @Pattern(regexp = "[A-Za-z0-9]{6}")
        String purchaseCode) {

    Buyer toBuyer() {
        return new Buyer(tin, name, purchaseCode);
    }
}
