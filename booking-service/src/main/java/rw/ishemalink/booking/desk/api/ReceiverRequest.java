package rw.ishemalink.booking.desk.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import rw.ishemalink.booking.lifecycle.Receiver;
import rw.ishemalink.booking.terms.Text;

/** Who takes the goods. */
public record ReceiverRequest(
        @NotBlank @Size(max = 150) @Pattern(regexp = Text.PRINTABLE)
        String name,

        @NotNull @Pattern(regexp = Bounds.PHONE) String phone) {

    Receiver toReceiver() {
        return new Receiver(name, phone);
    }
}
