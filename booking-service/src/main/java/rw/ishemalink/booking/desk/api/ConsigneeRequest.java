package rw.ishemalink.booking.desk.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import rw.ishemalink.booking.lifecycle.Consignee;
import rw.ishemalink.booking.terms.Text;

/** Who receives an export. */
public record ConsigneeRequest(
        @NotBlank @Size(max = 150) @Pattern(regexp = Text.PRINTABLE)
        String name,

        @NotBlank @Size(max = 255) @Pattern(regexp = Text.PRINTABLE)
        String address) {

    Consignee toConsignee() {
        return new Consignee(name, address);
    }
}
