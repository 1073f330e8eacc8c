package rw.ishemalink.identity.recovery.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The number that staff reads on the paper in their hand. */
public record ShownDocument(@NotBlank @Size(max = 30) String documentNumber) {

    /** Never the number: this text could reach logs. */
    @Override
    public String toString() {
        return "ShownDocument[…]";
    }
}
