package rw.ishemalink.simulators.airtel;

import jakarta.ws.rs.HeaderParam;
import org.jspecify.annotations.Nullable;

/** The headers Airtel reads. */
public record AirtelHeaders(
        @HeaderParam("Authorization") @Nullable String authorization,
        @HeaderParam("X-Country") @Nullable String country,
        @HeaderParam("X-Currency") @Nullable String currency) {}
